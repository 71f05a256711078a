// isCreditedCaption(text): a line that ends with whose picture it is ("… February 11, 2026. /VCG", "(Photo: Odo Fenn)", "REUTERS/Odo Fenn") stands below a picture.
// Where markup says nothing of captions, this does.

const AGENCIES = `REUTERS|Reuters|AFP|AP|EPA|EFE|DPA|dpa|ANSA|TASS|Xinhua|VCG|CFP|CGTN|IRNA|ISNA|Tasnim|Fars|Mehr|WANA|Anadolu|AA|Getty|Getty Images|Bloomberg|UPI|PA|NurPhoto|ZUMA|SIPA|Handout|IC|CNSPHOTO`;
const NAME = String.raw`[\p{Lu}][\p{L}.'’-]*`;

const ENDINGS: readonly RegExp[] = [
  // ". /VCG", " /Odo Fenn/Palm Wire": a slash behind a space, then one to five names.
  new RegExp(String.raw`[.!?)\]"”\s]\s?/\s?${NAME}(?:[ /]${NAME}){0,4}$`, 'u'),
  // "(Photo: …)", "[Photo by …]", "(Odo Fenn/Palm Wire)", "(AP Photo/Odo Fenn)".
  /[([](?:photos?|images?|pictures?|screenshot|file (?:photo|picture)|video|courtesy|credit|handout|foto|photo|صورة|الصورة|عکس|图片|图源|图)\s*(?:by|via|from|of|courtesy|credit|source|来源)?\s*[:：/]?[^()[\]]{0,80}[)\]]\.?$/iu,
  new RegExp(
    String.raw`[(\[][^()\[\]]{0,60}\b(?:Photo|Images?|Pictures?|Pool|Handout|${AGENCIES})(?:/[^()\[\]]{1,60})?[)\]]\.?$`,
    'u',
  ),
  new RegExp(String.raw`[(\[]${NAME}(?: ${NAME}){0,3}/${NAME}(?: ${NAME}){0,3}[)\]]\.?$`, 'u'),
  // "… Photo: Odo Fenn", "Photograph: Odo Fenn/Palm Wire".
  /[.!?"”]\s(?:photo(?:graph)?|image|picture|credit|file photo)s?(?: credit| by| courtesy of)?\s?[:：/]\s?\S.{0,60}$/iu,
  // "… REUTERS/Odo Fenn", "Odo Fenn/Getty Images".
  new RegExp(
    String.raw`[.!?"”)]\s(?:${NAME} ){0,3}(?:${NAME}/)?(?:REUTERS|AFP|AP Photo|EPA|Xinhua|VCG|Getty Images|Anadolu)(?:/[\p{L} .'-]{1,40})?(?: via [\p{L} ]{1,30})?\.?$`,
    'u',
  ),
];
/** In words; captions of news are 10 to 50. */
const LONGEST = 80;

export function isCreditedCaption(text: string): boolean {
  return text.split(/\s+/).length <= LONGEST && ENDINGS.some((ending) => ending.test(text));
}
