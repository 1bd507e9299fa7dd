/**
 * Words that most guessed passwords are made of, taken together from public lists of leaked passwords: a long password
 * that is one or two of them with digits around is as easily guessed as a short one. Lower case, letters only.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
abc abcd access account action admin administrator adobe adrian airborne albert alex alexander alexis alice alicia
alison allison alpha amanda america american amigo anderson andre andrea andrew andrey angel angela angels animal
anna annie anthony antonio apollo apple apples april arizona arnold arsenal arthur asdf asdfgh asdfghjkl ashley
august austin avatar awesome azerty
babe baby babygirl badboy badger bailey banana bandit barbara barcelona barney baseball basketball batman baxter bear
beatles beautiful beaver benjamin berlin best bigdaddy bigdog billy birdie bishop black blessed blink blue bond
bonnie booboo boomer boston bradley brandon brandy brazil brenda brian britney brittany bronco broncos brooke
brooklyn brown bubba bubbles buddy buffalo bulldog bulldogs buster butter butterfly
california calvin camaro cameron canada captain cardinal carlos carmen carolina caroline carter casper cassie champion
chance change changeme charles charlie cheese chelsea cherry chester chicago chicken chocolate chris christ christian
christine clinic cocacola coffee college colorado compaq computer connor cookie cool cooper copper corvette cougar
courtney cowboy cowboys crazy creative cricket crystal
daddy dakota dallas dance dancer daniel danielle danger dark darkness dave david death december default dennis denver
destiny dexter diablo diamond digital disney doctor dog dolphin dolphins domino donald donkey dragon dragons dream
dreamer dreams driver drowssap ducati duncan
eagle eagles eclipse edward einstein electric elephant elizabeth elvis emily eminem emmanuel empire enforcer england
enigma enter eric eugene everton explorer extreme
facebook faith falcon family fantasy father february fender ferrari fire fireman fish fishing florida flower flowers
flyers football ford forever forget forgot foxtrot france francis frank franklin freddy free freedom friday friend
friends froggy fuck fucking fuckoff fuckyou
gabriel galaxy gandalf garfield gateway gators gemini general genesis genius george georgia germany giants gibson
ginger girl girls goblue god godzilla gold golden golf golfer google gordon grace grandma green gregory guest guitar
gunner
hacker hahaha hammer hannah happy hardcore harley harry hawaii health heart heather heaven hello helpme hendrix
hiphop hockey holiday home homer honda honey horse horses hospital hotdog hottie house houston howard hunter
iceman iloveu iloveyou india infinity inter internet ireland ironman
jackie jackson jacob jaguar jake james january jasmine jason jasper jennifer jeremy jessica jessie jesus jimmy john
johnny johnson jonathan jordan joseph joshua juice julia julian july junior jupiter justice justin juventus
karen karina kawasaki keeper kelly kermit kevin killer kimberly king kings kitten kitty knight kristina
lacrosse lakers lalala lasvegas lauren legend leslie letmein letme liberty life lifehack little liverpool lizard login
logitech london lord louise love loveme lovelove lover lovers lovely loveyou lucky
madison madonna maggie magic magnum manager manchester manutd march marcus maria marie marina marine marines mark
marlboro marley marshall martin marvin master matrix matt matthew maverick maximus maxwell melanie melissa member
mercedes mercury merlin metallica mexico michael michelle michigan mickey midnight mike miller mine minecraft
mitchell molly monday money monica monkey monster montana morgan mother motorola mountain mozart muffin murphy music
mustang
naruto nascar natalie natasha nathan naughty ncc nelson never newport newyork nicholas nicole nikita nintendo nirvana
nissan nopass nopassword nothing november nurse
october office oliver olivia online orange
packers pakistan pamela panther panthers paradise parker pass passion passphrase passport passw passwd password passwort
patches patricia patrick patriots paul peace peaches peanut pearljam penguin pepper peter phantom pharmacy phoenix
physician picasso pirate platinum player playboy please pokemon police poohbear pookie popcorn porsche portugal power
predator prince princess private public pumpkin purple pussy
qazwsx qazwsxedc queen qwe qweasd qweasdzxc qwer qwert qwerty qwertyui qwertyuiop qwertz
rabbit rachel racing raider raiders rainbow raptor ranger rangers raptors real realmadrid rebecca red redskins redsox
redwings reggie richard robert rocket rocky roland ronaldo root rosebud runner russell russia
sabrina saints samantha sammy samson samsung samuel sandra sarah saturn school scooby scooter scorpio scorpion
scotland scott seattle secret security september serenity sex sexy shadow shannon sharon shelby shit shorty sierra
silver simple simpsons skippy skyline slayer slipknot smile smith smokey snickers sniper snoopy snowball soccer
softball sophia sophie spain spanky sparky speedy spencer spider spiderman spirit spitfire spring stanley star
stargate startrek starwars steelers stella stephen steve steven strong stupid success sucker suck summer sunday
sunflower sunshine super superman superstar surfer surgeon suzuki sweet sydney system
tamara taylor teacher temp temppass temporary tennis teresa test tester testing texas therock thomas thunder thursday
tiffany tiger tigers tigger time timothy tinker tinkerbell titanic tommy topgun toyota travis trinity trouble trustno
tucker tuesday turkey turtle tweety
ultimate united unicorn unknown user username
valentin vampire vanessa vegeta veronica victor victoria victory viking vikings vincent viper virginia vision vladimir
voodoo voyager
walker walter warcraft warrior water wednesday welcome westside whatever wildcat wildcats william williams willie
willow wilson windows winner winston winter wizard wolf wolfpack wolverine woman wonder world wrestling
xavier xbox xmen xxx
yamaha yankee yankees yellow yourself
zachary zombie zxcvb zxcvbn zxcvbnm
`
    .trim()
    .split(/\s+/)
);

/** Long favorites that no rule sees. Compared without case, spaces and punctuation. */
export const COMMON_PHRASES: ReadonlySet<string> = new Set(
  `
allyourbasearebelongtous attackatdawn bringmeacoffee canihazcheezburger correcthorsebatterystaple
everythingisawesome expectopatronum floccinaucinihilipilification forgetmenotforever fourscoreandsevenyearsago
georgewashington gotohellgotohell happybirthdaytoyou harrypotterandthe hasta1avistababy hastalavistababy
helloitsmehello howareyoutoday howmuchwood icanhascheezburger idontknow idontknowwhat ihavenoidea iloveyouforever
iloveyousomuch iloveyouverymuch inthebeginning iwanttobelieve iwillalwaysloveyou jesuschristislord jesusismysavior
jesuslovesme keepcalmandcarryon letmeinplease leroyjenkins livelaughlove liveandletdie loremipsumdolorsit
maytheforcebewithyou mynameisearl nevergonnagiveyouup onceuponatime onedirection onering2rulethemall
openthedoorplease opensesame passwordispassword pleaseletmein praisethelord purplemonkeydishwasher
shallwedanceshallwe showmethemoney supercalifragilisticexpialidocious thecakeisalie thedarkknight
theforceisstrong thequickbrownfox thequickbrownfoxjumpsoverthelazydog thereisnospoon thisisapassword thisisasecret
thisisasecurepassword thisismypassword thisisthepassword tobeornottobe tobeornottobethatisthequestion
trustnooneever twinkletwinklelittlestar whatisthematrix whatisthepassword winteriscoming withgreatpower
yabbadabbadoo youshallnotpass
`
    .trim()
    .split(/\s+/)
);
