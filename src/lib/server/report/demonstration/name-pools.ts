/** Names that go together, and where the people live who bear them: country codes with their shares. */
export type NamePool = { share: number; countries: [string, number][]; given: string[]; family: string[] };

const words = (text: string) => text.trim().split(/\s+/);

/**
 * Common names of many countries, in the scripts that the certificate's typefaces draw; none is meant to be anybody. The
 * shares are those of an English-language activity for an international audience.
 */
export const NAME_POOLS: NamePool[] = [
  {
    share: 30,
    countries: [
      ['US', 76],
      ['CA', 9],
      ['GB', 9],
      ['AU', 4],
      ['IE', 2]
    ],
    given:
      words(`James Mary Robert Patricia Michael Jennifer David Linda William Elizabeth Emily Sarah Daniel Hannah
      Olivia Noah Grace Thomas Laura Andrew Rachel Kevin Megan Brian Catherine Steven Rebecca Aisha Marcus Denise Tanya`),
    family:
      words(`Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin
      Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker O’Neill
      Campbell Mitchell Carter Washington`)
  },
  {
    share: 10,
    countries: [
      ['US', 48],
      ['MX', 18],
      ['ES', 18],
      ['CO', 9],
      ['AR', 7]
    ],
    given:
      words(`María José Lucía Carlos Sofía Juan Valentina Luis Camila Miguel Elena Andrés Ángela Diego Inés Javier
      Raúl Beatriz Íñigo Ximena`),
    family:
      words(`García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez
      Díaz Muñoz Núñez Ibáñez Castillo Vega Peña`)
  },
  {
    share: 10,
    countries: [
      ['US', 38],
      ['IN', 42],
      ['GB', 14],
      ['CA', 6]
    ],
    given:
      words(`Aarav Priya Rahul Ananya Vikram Deepa Arjun Kavya Rohan Meera Sanjay Lakshmi Nikhil Pooja Suresh Divya
      Harpreet Anjali Imran Farah`),
    family:
      words(`Patel Sharma Singh Kumar Gupta Reddy Iyer Nair Shah Mehta Rao Desai Joshi Chatterjee Banerjee Kaur
      Menon Khan Bose Kulkarni`)
  },
  {
    share: 9,
    countries: [
      ['DE', 44],
      ['CH', 12],
      ['AT', 11],
      ['NL', 12],
      ['SE', 9],
      ['DK', 6],
      ['NO', 6]
    ],
    given:
      words(`Anna Jürgen Katrin Lukas Sabine Björn Ingrid Matthias Ursula Søren Åsa Thomas Heike Jens Liselotte Günther
      Marieke Sven Renate Zoë`),
    family:
      words(`Müller Schmidt Schäfer Weiß Köhler Jäger Großmann Lindqvist Sørensen Håkansson Vogel Böhm Krüger Hofer
      Jansen Østergaard Richter Bauer Hübner Fröhlich`)
  },
  {
    share: 6,
    countries: [
      ['FR', 60],
      ['CA', 18],
      ['BE', 14],
      ['CH', 8]
    ],
    given: words(
      `Élodie François Chloé Jérôme Hélène Benoît Camille Mathieu Aurélie Étienne Noémie Luc Margaux Rémi Zoé`
    ),
    family:
      words(`Lefèvre Dubois Moreau Gauthier Bélanger Côté Fournier Mercier Rousseau Girard Lacroix Chevalier Noël
      Dupont Ménard`)
  },
  {
    share: 5,
    countries: [['IT', 100]],
    given: words(
      `Giulia Marco Chiara Alessandro Francesca Matteo Elisa Niccolò Martina Davide Lucrezia Stefano`
    ),
    family: words(`Rossi Bianchi Romano Colombo Ricci Marino Greco Conti D’Angelo Gallo Ferrari Esposito`)
  },
  {
    share: 5,
    countries: [
      ['BR', 76],
      ['PT', 24]
    ],
    given: words(`João Ana Pedro Beatriz Lucas Mariana Thiago Letícia Rafael Conceição Gustavo Fernanda`),
    family: words(
      `Silva Santos Oliveira Souza Araújo Gonçalves Ferreira Almeida Conceição Magalhães Brandão Falcão`
    )
  },
  {
    share: 4,
    countries: [
      ['PL', 62],
      ['CZ', 26],
      ['SK', 12]
    ],
    given: words(
      `Łukasz Małgorzata Piotr Agnieszka Jiří Kateřina Tomáš Zuzanna Paweł Světlana Wojciech Jolanta`
    ),
    family: words(
      `Kowalski Nowak Wiśniewski Zieliński Dvořák Novotný Černý Szymańska Wójcik Jabłoński Horáková Łęcka`
    )
  },
  {
    share: 3,
    countries: [
      ['GR', 88],
      ['CY', 12]
    ],
    given: words(`Γιώργος Μαρία Νίκος Ελένη Δημήτρης Κατερίνα Κώστας Σοφία Γιάννης Άννα`),
    family: words(
      `Παπαδόπουλος Νικολάου Γεωργίου Δημητρίου Βασιλείου Οικονόμου Αλεξίου Ιωάννου Καραγιάννη Μαυρίδης`
    )
  },
  {
    share: 3,
    countries: [
      ['UA', 55],
      ['BG', 30],
      ['RS', 15]
    ],
    given: words(`Олена Андрій Ірина Богдан Наталія Сергій Петър Десислава Милан Јелена`),
    family: words(
      `Шевченко Бондаренко Ковальчук Мельник Ткаченко Іваненко Георгиев Петрова Јовановић Николић`
    )
  },
  {
    share: 5,
    countries: [
      ['CN', 56],
      ['TW', 24],
      ['SG', 20]
    ],
    given: words('伟 芳 娜 秀英 敏 静 志强 建华 小明 雨欣 子涵 晓东 家豪 美玲'),
    family: words('王 李 张 刘 陈 杨 黄 赵 吴 周 林 郭 何 欧阳')
  },
  {
    share: 4,
    countries: [['JP', 100]],
    given: words('翔太 美咲 健一 陽子 さくら 大輔 結衣 拓也 直子 ひろし 由美 誠'),
    family: words('佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田')
  },
  {
    share: 2,
    countries: [
      ['KR', 58],
      ['US', 42]
    ],
    given: words('Min-jun Seo-yeon Ji-ho Ha-eun Do-yun Soo-jin Hyun-woo Yuna Tae-yang Eun-ji'),
    family: words('Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim')
  },
  {
    share: 2,
    countries: [
      ['VN', 64],
      ['US', 36]
    ],
    given: words('Anh Minh Hương Tuấn Thảo Đức Ngọc Quân Phương Hải'),
    family: words('Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ')
  },
  {
    share: 2,
    countries: [['TR', 100]],
    given: words('Ayşe Mehmet Elif Mustafa Zeynep Çağla Emre İpek Oğuz Şule'),
    family: words('Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Güneş Doğan Işık')
  },
  {
    share: 3,
    countries: [
      ['NG', 40],
      ['GH', 18],
      ['KE', 18],
      ['US', 14],
      ['GB', 10]
    ],
    given: words('Chinedu Amara Kwame Ama Tunde Ngozi Wanjiru Oluwaseun Efua Kamau Zainab Obinna'),
    family: words('Okafor Mensah Adeyemi Boateng Mwangi Eze Owusu Balogun Kariuki Nwosu Asante Bello')
  },
  {
    share: 3,
    countries: [
      ['EG', 30],
      ['SA', 24],
      ['AE', 18],
      ['JO', 10],
      ['US', 18]
    ],
    given: words('Omar Layla Yusuf Nour Khaled Mariam Hassan Rania Tariq Salma Ziad Huda'),
    family: words('Hassan Al-Sayed Mansour Haddad Farouk Nasser Al-Rashid Khalil Saleh Qasim Aziz Darwish')
  }
];
