// isFurniture(text): a line that belongs to the page and not to the article: share buttons, newsletters, cookies, licences, hotlines, "read more".
// Each rule reads the whole of a short line, so that a paragraph of news that mentions cookies or says "sign up" stays: it is longer, it
// begins with other words, or it speaks of somebody else's newsletter.

/** No furniture is longer, in characters, but for legal lines, which are told by exact words. */
const LONGEST = 220;

const SHARE = `facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|pinterest|messenger|wechat|weibo|line|bluesky|threads|print|copy link|link copied!?|copied!?|bookmark|save|share|tweet|pocket|flipboard`;

const RULES: readonly RegExp[] = [
  // Share buttons.
  new RegExp(String.raw`^(?:(?:${SHARE})[\s,|·•/&+]*)+$`, 'i'),
  /^(?:share|save|send|forward|print|e-?mail|bookmark|gift) (?:this|the) (?:article|story|page|post|video|gallery|link|report)\b.{0,60}$/i,
  /^(?:share|tweet|send|follow|join|find|like|watch) (?:this |us |it |me )?(?:on|via|by|with|to) (?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|reddit|instagram|youtube|tiktok|threads|bluesky|google news|friends)\b[^"“]{0,80}$/i,
  /^(?:click|tap) (?:here|to (?:share|print|e-?mail|copy|tweet|enlarge|play|expand|subscribe))\b.{0,120}$/i,
  /^(?:compartir|partager|teilen|condividi|compartilhar|delen|dela|поделиться|paylaş|مشاركة|شارك|شارك المقال|اشتراک[ \u200c]?گذاری|به اشتراک بگذارید|分享|分享到|分享至|转发|打印|收藏|点赞|扫一扫|シェア|공유)(?: .{0,40}|[:：].{0,60})?$/iu,
  // Advertisements.
  /^[-–—\s([]*(?:advertisement|advertising|ad|ads|sponsored|sponsored (?:content|post|links?)|promoted|paid (?:content|post|partnership)|(?:article|story|content) continues (?:below|after)(?: (?:this|the)? ?(?:ad|advertisement|video|newsletter))?|scroll (?:down )?to continue(?: .{0,40})?|publicidad|publicité|publicidade|anzeige|werbung|advertentie|pubblicità|reklam|reklama|реклама|إعلان|إعلانات|تبلیغات|آگهی|广告|廣告|広告|광고)[-–—\s)\]:]*$/iu,
  // Further reading.
  /^[»>\s-]*(?:read(?: also| more| next| now| on| further)?|also read|see also|see more|more|related|related (?:articles?|stories|story|news|coverage|content|topics|links|posts|videos?|reading)|recommended(?: (?:for you|stories|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|more (?:stories|news|from us|on this(?: story)?)|most (?:read|popular|viewed|shared|watched)|top stories|latest (?:news|stories|headlines|updates)|trending(?: now)?|editors?['’]? picks?|don['’]?t miss|up next|watch(?: now| next| more| live)?|listen(?: now| to (?:this|the) (?:article|story|podcast))?|in case you missed it|keep reading|continue reading(?: .{0,40})?|show more|load more|view (?:all|more|comments)|see all|explore more|go deeper|what to read next)[\s:»>→…]*$/iu,
  /^More from (?:the |our )?(?:\p{Lu}[\p{L}’'&-]*\s?){1,4}(?:desk|section|team|news)?$/u,
  /^[»>\s-]*(?:read (?:also|more|next)|also read|see also|related(?: (?:articles?|stories|story|news|coverage|posts|reading))?|recommended|don['’]?t miss|watch|listen|more)\s*[:|»>]\s*[^"“]{1,180}$/i,
  /^(?:lire (?:aussi|la suite)|à lire aussi|a lire aussi|lea también|lee también|leer más|te puede interesar|lesen sie auch|mehr (?:zum thema|dazu)|lees ook|leggi anche|leia (?:também|mais)|läs (?:också|mer)|читайте также|читать далее|подробнее|devamını oku|ilgili haberler|czytaj także|اقرأ (?:أيضاً?|أيضا|المزيد)|إقرأ أيضا|المزيد|مواضيع ذات صلة|بیشتر بخوانید|اخبار مرتبط|مطالب مرتبط|ادامه مطلب|相关(?:新闻|阅读|报道|链接|文章|推荐)|推荐阅读|延伸阅读|更多(?:新闻|精彩|内容|阅读)?|阅读更多|热门(?:新闻|推荐)?|查看更多|点击查看|関連記事|관련기사)(?:\s*[:：»>|].{0,160}|\s*)$/iu,
  // Newsletters, alerts, apps, accounts: the reader is spoken to.
  /^(?:please )?(?:sign up|subscribe|register|enrol|join)\b(?=.*\b(?:newsletters?|e-?mails?|inbox|alerts?|briefings?|our|free|account|updates)\b)(?!.*["“”])[^.!?]{0,160}[.!]?$/i,
  /^(?:sign up|sign in|log ?in|log ?out|register|subscribe|subscribe now|subscribe to (?:read|continue|unlock)\b.{0,60}|create (?:a |your )?(?:free )?account|my account|already (?:a subscriber|have an account|registered)\b.{0,60}|not now|maybe later|no,? thanks|got it|ok|close|dismiss|menu|search|home)[?!]?$/i,
  /^(?:get|receive|have) (?:the|our|all|every|breaking|daily|more|today|a)\b(?!.*["“”])[^.!?]{0,120}\b(?:inbox|newsletter|e-?mail|notifications?|to your phone|app)\b[^.!?]{0,40}[.!]?$/i,
  /^(?:follow|like|find|join|contact|message) us\b(?!,)(?!.*["“”])[^.!?]{0,120}[.!]?$/i,
  /^(?:download|get|install|try) (?:our|the)\b(?!.*["“”])[^.!?]{0,60}\bapps?\b[^.!?]{0,60}[.!]?$/i,
  /^(?:enter|your) (?:your )?e-?mail(?: address)?[.:*]?$/i,
  /^(?:by (?:signing up|subscribing|registering|clicking|providing|entering|continuing)|this site is protected by recaptcha|you can unsubscribe)\b(?!.*["“”]).{0,220}$/i,
  /^(?:support (?:our|independent) journalism|become a (?:member|subscriber|supporter)|make a (?:donation|contribution)|donate(?: now)?|support us)\b(?!.*["“”]).{0,120}$/i,
  /^(?:suscríbete|suscribirse|s['’]abonner|abonnez-vous|inscrivez-vous|jetzt abonnieren|abonnieren|iscriviti|assine|abonneer|подписаться|подписывайтесь|abone ol|اشترك|تابعونا|تابعنا|عضویت|ما را دنبال کنید|关注我们|订阅|下载(?:客户端|app)|打开app|登录|注册)(?![\p{L}]{0,3}ing).{0,100}$/iu,
  // Cookies and consent.
  /^(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our (?:\d+ )?partners)\b(?!.*["“”])[^,.]{0,60}\b(?:use|uses|store|set|sets)\b[^,.]{0,40}\bcookies?\b.{0,160}$/i,
  /^(?:by (?:using|continuing|browsing|closing|clicking)|to (?:find out more|learn more)|please (?:accept|enable)|manage|accept|reject|allow|decline|necessary|essential|functional|privacy and)\b(?!.*["“”]).{0,100}\bcookies?\b.{0,120}$/i,
  /^(?:accept(?: all| and continue)?|reject all|decline|i (?:agree|accept)|agree|manage (?:settings|preferences|options|choices|consent)|privacy (?:policy|settings|notice)|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings|notice|preferences)|do not sell my personal information|ad ?choices|accessibility(?: help)?)$/i,
  /^(?:ce site utilise|nous utilisons|utilizamos|usamos|diese (?:web)?seite verwendet|wir verwenden|questo sito utilizza|utilizziamo|мы используем|наш сайт использует|本网站使用|我们使用|نستخدم|يستخدم هذا الموقع|این سایت از)(?!.*["“”«]).{0,60}(?:cookies?|файлы cookie|ملفات تعريف الارتباط|کوکی).{0,200}$/iu,
  // Rights.
  /^(?:©|\(c\)|copyright\s*(?:©|\(c\)|:|by\b|\d{4})).{0,200}$/i,
  /^(?:.{0,80}[.,|©] ?)?(?:all rights reserved|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten|все права защищены|جميع الحقوق محفوظة.{0,40}|کلیه حقوق .{0,60}|تمامی حقوق .{0,60}|版权所有.{0,80}|未经(?:书面)?授权.{0,60})[.。]?$/iu,
  /^this (?:material|content|article|story) (?:may|can|must) not be (?:published|reproduced|copied|redistributed|republished)\b.{0,160}$/i,
  /^(?:republish (?:this|our) (?:article|story|content)|this (?:article|story) (?:was|is) (?:originally |first )?(?:re)?published (?:on|by|in|from|under)\b)(?!.*["“”]).{0,200}$/i,
  // Licences of Chinese sites, hotlines, responsible editors.
  /^(?=.*\d)[^。！？“”]{0,60}(?:许可证|ICP ?[备证]|公网安备|网安备|备案号)[^。！？“”]{0,60}$/u,
  /^.{0,30}(?:举报电话|举报热线|举报邮箱|违法和不良信息举报|违法不良信息|不良信息举报|服务热线|客服电话|联系电话|新闻热线).{0,80}$/u,
  /^[（(【[]?(?:责任编辑|责编|编辑|记者|作者|来源|监制|校对|审核|编审|原标题|稿件来源|文章来源)\s*[:：].{0,60}[)）】\]]?$/u,
  /^(?:原标题|字号|字体|大 ?中 ?小|返回(?:首页|顶部)|回到顶部|上一篇|下一篇|关闭窗口|关闭|评论|我要评论|暂无评论|繁体|简体|无障碍).{0,40}$/u,
  /^[^.!?"“”]{0,60}\b(?:hotline|hot line|tip ?line|helpline|customer service|tel|phone|fax)\b[^.!?"“”]{0,30}[:：]?\s*\+?[\d(][\d\s()./-]{5,24}$/i,
  // Choosers of language, the page's own navigation.
  /^(?:choose|select|change|switch) (?:your |a |the |to )?(?:preferred )?(?:language|edition|country|region)[:.]?$/i,
  /^(?:(?:english|español|français|deutsch|italiano|português|русский|العربية|فارسی|中文|简体中文|繁體中文|日本語|한국어|türkçe|עברית|اردو|हिन्दी|bahasa indonesia|nederlands|polski|українська)[\s|·•,/]*){2,}$/iu,
  /^(?:skip to (?:main )?content|back to top|go to top|jump to .{0,40}|return to .{0,40}|table of contents|in this (?:article|story)|contents|breadcrumbs?|previous(?: article| story)?|next(?: article| story)?|page \d+ of \d+|\d+ of \d+|\d+\s*\/\s*\d+)$/i,
  // Comments, tags, reading time, moments.
  /^(?:(?:\d[\d,.]*|no) (?:comments?|shares?|views?|likes?|reactions?|retweets?)|(?:comments?|shares?|views?|likes?)\s*[:(]?\s*\d*\)?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion|debate)|comments (?:are )?closed|view comments|be the first to comment|have your say|what do you think\?.{0,60}|report (?:a|an|this) (?:error|typo|mistake|comment|ad)|(?:did you )?(?:spot|notice|see|find) (?:a|an|any) (?:error|typo|mistake)s?\b.{0,80}|was this (?:article|page|story) (?:helpful|useful)\??)$/i,
  /^(?:tags?|topics?|keywords?|filed (?:under|in)|categor(?:y|ies)|posted in|in this story|sections?|labels?|etiquetas|mots[- ]clés|schlagworte|теги|الوسوم|وسوم|كلمات مفتاحية|برچسب[ \u200c]?ها?|کلیدواژه[ \u200c]?ها?|کلمات کلیدی|标签|关键词|关键字)\s*[:：].{0,200}$/iu,
  /^(?:tags|topics|keywords|related topics)$/i,
  /^(?:(?:reading time|read time|estimated reading time|time to read)\s*:?\s*)?\d+\s*(?:-?\s*min(?:ute)?s?\.?)(?: (?:read|listen|watch))?(?: time)?$/i,
  /^(?:reading time|estimated reading time|listen to (?:this )?article|audio by .{0,40}|this audio is .{0,40}|text-to-speech.{0,40})\b.{0,40}$/i,
  /^(?:first published|published|last updated|updated|last modified|modified|posted|date|发布时间|时间|تاريخ النشر|تاریخ انتشار|کد خبر|опубликовано|обновлено)(?: on| at)?\s*[:：]?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:[\d\u0660-\u0669\u06f0-\u06f9]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)[\p{L}\d\u0660-\u0669\u06f0-\u06f9\s:：,.()+/|·•\u2013-]{0,60}$/iu,
  // A day and nothing else.
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?[,.]?\s+)?(?:\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?|[A-Z][a-z]{2,8}\.?\s+\d{1,2},)\s+\d{4}(?:[\s,|·•–-]+(?:at )?\d{1,2}[:.]\d{2}.{0,20})?$/i,
  /^\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago$/i,
  /^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?: ?[A-Z]{2,4}| ?\([A-Z]{2,4}\))?|\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)$/i,
  // Players and pictures that are not there.
  /^(?:play(?: video| audio)?|pause|mute|unmute|loading(?:…|\.{3})?|image \d+ of \d+|your browser (?:does not|doesn['’]?t) support\b.{0,80}|this video (?:can ?not|is not|file cannot)\b.{0,80}|to play this video\b.{0,80}|please enable javascript\b.{0,80}|javascript (?:is|must be)\b.{0,80}|an error (?:has )?occurred\b.{0,60}|view (?:in )?full ?screen|hide caption|toggle caption|enlarge(?: (?:this )?image)?|expand image|image source|media caption|video caption)$/i,
  // How agencies end.
  /^(?:our standards|انتهای (?:پیام|خبر))\s*[:/].{0,80}$|^(?:【[^】]{1,8}】\s*)+$/iu,
  // Who worked on it for an agency.
  /^[([]?(?:(?:additional |writing and )?report(?:ing|s) by|(?:writing|compiled|written) by|edit(?:ing|ed) by)\b(?!.*["“”]).{0,200}(?:;|edit(?:ing|ed) by|writing by|reporting by).{0,160}[)\]]?\.?$/i,
];

/** Legal lines are long; each of these phrases stands in no sentence of news. */
const LEGAL =
  /^(?:(?:we|our partners|we and our (?:\d+ )?(?:trusted )?partners) (?:store and\/or access|use cookies and)|this site is protected by recaptcha|the views expressed in this (?:article|piece|column) are)\b(?!.*["“”])/i;

/** Opens a list of other stories; what stands with it belongs to them. */
const OPENS_OTHERS =
  /^(?:related|recommended|read (?:more|next|also)|more (?:on|from|stories|news|coverage)|you (?:may|might)|most (?:read|popular|viewed)|top stories|latest|trending|editors?['’]? picks?|in other news|elsewhere|also (?:read|on|in)|see also|don['’]?t miss|up next|lire aussi|lesen sie auch|lea también|читайте также|اقرأ|بیشتر بخوانید|相关|推荐阅读|延伸阅读|更多)/iu;

/** A whole line or paragraph, printed on one line. What has no letter and no number is furniture: rules, bullets, stars. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (LEGAL.test(text)) return text.length <= 600;
  return text.length <= LONGEST && RULES.some((rule) => rule.test(text));
}

/** A heading such as "Related stories". */
export function opensOtherStories(heading: string): boolean {
  return heading.length <= 60 && OPENS_OTHERS.test(heading.trim()) && isShortHeading(heading);
}

function isShortHeading(heading: string): boolean {
  return heading.trim().split(/\s+/).length <= 6;
}
