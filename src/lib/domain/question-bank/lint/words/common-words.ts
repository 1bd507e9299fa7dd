import { rootOf } from '../word-roots.ts';

/**
 * Words that stem and key may share without telling anything: function words, and the words that most stems of clinical
 * items hold. Compiled by hand; compared by their roots.
 */
const COMMON = `
  about above according achieve across action active activity acute addition additional administer admit adult affect after
  again against agent aged ages allow along already also although always amount analysis another answer appear approach
  appropriate approximately area arise around assess assessment associate available average away based baseline because
  become before began begin being below benefit best better between blood body both bring called cancer care carry case
  cause cell change characteristic child chronic class classify clear clinic clinical colleague combination combine common
  compare complete condition confirm consider consistent consult contain continue control correct could course criteria
  current daily data death decide decrease define definition degree depend describe description despite detect determine
  develop development diagnose diagnosis differ difference different disease disorder dose does drug during each early
  effect effective either emergency evaluate event evidence examination examine example explain explanation express factor
  feature female finding first five follow following form found four from full function further general give given good
  group grow growth have health heart here high history hospital hour however human identify illness immediate immune
  immunotherapy important improve include increase indicate individual infection inform information initial initiate inside
  instead interval into investigate investigation involve know known laboratory large last late lead least lesion less lesson
  level life like likely limit line list long look loss lower main major make male manage management many mark mean measure
  mechanism medical medication medicine metastatic method month more most much name near need negative next night normal
  note number nurse observe obtain occur offer often once ongoing only onset option order other over pain part patient
  pattern people percent perform period person phase physician place plan positive possible practice prefer prepare
  presence present prevent previous primary principle prior probable problem procedure process produce progress progression
  propose provide purpose question range rate reach read reason receive recent recommend recommendation record reduce refer
  reflect relate relation relative remain report represent require research respond response result return review right risk
  round same sample scan score second section select sentence serum set several severe severity show side sign significant
  similar since single site slow small specific stable stage start state statement status step still stop strategy
  strength study subject such suggest support surgery symptom system take team tell term test than that their them then
  therapy there these they thing think this those three through time tissue today together total treat treatment trial
  tumor tumour turn type under underlying unit until upon used useful usual value very visit want week weeks well were what
  when where which while whole will with within without woman women work would year years young your
`;

const ROOTS = new Set(COMMON.trim().split(/\s+/).map(rootOf));

/** Whether a root of a word (`rootOf`) is one of the common ones. */
export const isCommonRoot = (root: string): boolean => ROOTS.has(root);
