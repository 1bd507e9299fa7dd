/**
 * Trade names with their generic names (INN or USAN), in small letters. Compiled by hand from general knowledge of
 * products sold in the United States and Europe, November 2026; not complete. Names that are ordinary words are left out.
 */
const LIST = `
  abilify aripiprazole|abraxane paclitaxel|actemra tocilizumab|adcetris brentuximab vedotin|adderall amphetamine|
  advair fluticasone and salmeterol|advil ibuprofen|afinitor everolimus|aimovig erenumab|aleve naproxen|alimta pemetrexed|
  alecensa alectinib|ambien zolpidem|aricept donepezil|arimidex anastrozole|aromasin exemestane|ativan lorazepam|
  augmentin amoxicillin and clavulanate|avastin bevacizumab|avelox moxifloxacin|bactrim trimethoprim and sulfamethoxazole|
  bavencio avelumab|benadryl diphenhydramine|benlysta belimumab|biktarvy bictegravir, emtricitabine and tenofovir|
  blincyto blinatumomab|botox botulinum toxin type A|braftovi encorafenib|brilinta ticagrelor|calquence acalabrutinib|
  carvykti ciltacabtagene autoleucel|celebrex celecoxib|celexa citalopram|cialis tadalafil|cipro ciprofloxacin|
  claritin loratadine|comirnaty tozinameran|concerta methylphenidate|copaxone glatiramer|coumadin warfarin|cosentyx secukinumab|
  crestor rosuvastatin|cymbalta duloxetine|cyramza ramucirumab|darzalex daratumumab|depakote divalproex|descovy emtricitabine and tenofovir|
  diflucan fluconazole|dilantin phenytoin|diovan valsartan|dupixent dupilumab|effexor venlafaxine|eliquis apixaban|
  enbrel etanercept|enhertu trastuzumab deruxtecan|entresto sacubitril and valsartan|entyvio vedolizumab|epogen epoetin alfa|
  erbitux cetuximab|evenity romosozumab|eylea aflibercept|farxiga dapagliflozin|femara letrozole|flagyl metronidazole|
  flonase fluticasone|fosamax alendronate|gardasil human papillomavirus vaccine|gazyva obinutuzumab|genvoya elvitegravir, cobicistat, emtricitabine and tenofovir|
  gleevec imatinib|glivec imatinib|glucophage metformin|harvoni ledipasvir and sofosbuvir|herceptin trastuzumab|humalog insulin lispro|
  humira adalimumab|ibrance palbociclib|imbruvica ibrutinib|imfinzi durvalumab|imlygic talimogene laherparepvec|
  imjudo tremelimumab|invokana canagliflozin|iressa gefitinib|jakafi ruxolitinib|januvia sitagliptin|jardiance empagliflozin|
  jemperli dostarlimab|kadcyla trastuzumab emtansine|keppra levetiracetam|keytruda pembrolizumab|kimmtrak tebentafusp|
  kisqali ribociclib|klonopin clonazepam|kymriah tisagenlecleucel|kyprolis carfilzomib|lantus insulin glargine|lasix furosemide|
  lenvima lenvatinib|levaquin levofloxacin|lexapro escitalopram|libtayo cemiplimab|lipitor atorvastatin|loqtorzi toripalimab|
  lorbrena lorlatinib|lovenox enoxaparin|lucentis ranibizumab|lumakras sotorasib|lunesta eszopiclone|lynparza olaparib|
  lyrica pregabalin|mabthera rituximab|mavyret glecaprevir and pibrentasvir|mekinist trametinib|mounjaro tirzepatide|motrin ibuprofen|
  mylotarg gemtuzumab ozogamicin|namenda memantine|nasonex mometasone|neulasta pegfilgrastim|neupogen filgrastim|neurontin gabapentin|
  nexavar sorafenib|nexium esomeprazole|norvasc amlodipine|novolog insulin aspart|nucala mepolizumab|nurofen ibuprofen|ocrevus ocrelizumab|
  opdivo nivolumab|opdualag nivolumab and relatlimab|opsumit macitentan|orencia abatacept|otezla apremilast|oxycontin oxycodone|
  ozempic semaglutide|padcev enfortumab vedotin|paxil paroxetine|paxlovid nirmatrelvir and ritonavir|pepcid famotidine|perjeta pertuzumab|
  piqray alpelisib|plaquenil hydroxychloroquine|plavix clopidogrel|pradaxa dabigatran|praluent alirocumab|prevnar pneumococcal conjugate vaccine|
  prilosec omeprazole|prolia denosumab|protonix pantoprazole|proventil albuterol|provenge sipuleucel-t|prozac fluoxetine|qinlock ripretinib|
  remicade infliximab|repatha evolocumab|retevmo selpercatinib|revlimid lenalidomide|rinvoq upadacitinib|risperdal risperidone|ritalin methylphenidate|
  rituxan rituximab|rybelsus semaglutide|rybrevant amivantamab|seroquel quetiapine|shingrix recombinant zoster vaccine|simponi golimumab|
  singulair montelukast|skyrizi risankizumab|soliris eculizumab|sovaldi sofosbuvir|spinraza nusinersen|spiriva tiotropium|sprycel dasatinib|
  stelara ustekinumab|stivarga regorafenib|strattera atomoxetine|suboxone buprenorphine and naloxone|sutent sunitinib|symbicort budesonide and formoterol|
  synthroid levothyroxine|tafinlar dabrafenib|tagrisso osimertinib|taltz ixekizumab|tamiflu oseltamivir|tarceva erlotinib|tasigna nilotinib|
  tecentriq atezolizumab|tecfidera dimethyl fumarate|tecvayli teclistamab|tevimbra tislelizumab|toujeo insulin glargine|tremfya guselkumab|
  trikafta elexacaftor, tezacaftor and ivacaftor|trodelvy sacituzumab govitecan|trulicity dulaglutide|truvada emtricitabine and tenofovir|
  tylenol acetaminophen|tysabri natalizumab|unloxcyt cosibelimab|valium diazepam|vectibix panitumumab|velcade bortezomib|venclexta venetoclax|
  ventolin albuterol|verzenio abemaciclib|viagra sildenafil|victoza liraglutide|votrient pazopanib|wegovy semaglutide|wellbutrin bupropion|
  welireg belzutifan|xalkori crizotinib|xanax alprazolam|xarelto rivaroxaban|xeljanz tofacitinib|xeloda capecitabine|xgeva denosumab|
  xolair omalizumab|xtandi enzalutamide|yervoy ipilimumab|yescarta axicabtagene ciloleucel|zejula niraparib|zelboraf vemurafenib|
  zepbound tirzepatide|zetia ezetimibe|zithromax azithromycin|zocor simvastatin|zofran ondansetron|zoloft sertraline|zolgensma onasemnogene abeparvovec|
  zyprexa olanzapine|zyrtec cetirizine|zytiga abiraterone|zynyz retifanlimab|zyvox linezolid
`;

/** Generic name by trade name in small letters. */
export const TRADE_NAMES: ReadonlyMap<string, string> = new Map(
  LIST.split('|').map((entry) => {
    const [trade = '', ...generic] = entry.trim().split(/\s+/);
    return [trade, generic.join(' ')] as const;
  })
);
