// Verbs by which a message ascribes words, as pieces of patterns. nearestName.ts reads the names beside others.

export const CUE =
  '(?:said|says|say|saying|told|tells|added|adds|wrote|writes|posted|tweeted|insisted|insists|warned|warns|denied|denies|claimed|claims|declared|declares|announced|announces|reiterated|repeated|confirmed|confirms|argued|argues|stated|states|reported|reports|replied|replies|responded|answered|countered|retorted|noted|notes|observed|remarked|commented|stressed|stresses|emphasi[sz]ed|underlined|vowed|vows|pledged|promised|threatened|cautioned|explained|concluded|maintained|asserted|alleged|complained|admitted|conceded|acknowledged|predicted|quipped|joked|thundered|fumed|exclaimed|shouted)';
/** "has also said", "reportedly said". */
export const BETWEEN = String.raw`(?:(?:has|have|had|also|later|then|again|once|already|earlier|\p{L}+ly)\s+)*`;
