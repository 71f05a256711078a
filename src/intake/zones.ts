// isZone(element): a part of a page that is not the article, by what its markup says: navigation, share buttons, related stories, comments, author's
// biography. What a class says is weak, because sites name whole pages "has-newsletter": whoever asks makes sure that it does not hold the article.
import { type PageElement, wordsOfClass } from './dom.ts';

/** Certain: whatever stands in them is not the article. */
const TAGS = new Set([
  'nav',
  'aside',
  'footer',
  'dialog',
  'menu',
  'form',
  'amp-consent',
  'amp-sidebar',
  'amp-user-notification',
]);
const ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
]);
const WORDS = new Set(
  (
    'share sharing sharebar sharetools social socials related recirc recirculation recommended recommendations recommendation newsletter subscribe subscription signup promo ' +
    'promos promotion advert adverts ad ads advertisement advertising sponsored sponsor outbrain taboola comments comment disqus cookie cookies consent gdpr breadcrumb ' +
    'breadcrumbs tags taglist toolbar pagination pager sidebar footer nav navbar navigation menu masthead popular trending mostread readmore bio authorbio hotline ' +
    'paywall copyright license licence jumplinks skip skiplink donate donation onward teaser teasers disclaimer modal popup popover overlay banner print widget report correctionform langs'
  ).split(' '),
);
/** Two words one after the other. */
const PAIRS = new Set([
  ...[
    'read more',
    'read next',
    'read also',
    'see also',
    'more stories',
    'more news',
    'more from',
    'most read',
    'most viewed',
    'about author',
    'author info',
    'author box',
    'author card',
  ],
  ...[
    'language chooser',
    'language switcher',
    'language select',
    'article tags',
    'post tags',
    'tag list',
    'tag cloud',
    'also like',
    'up next',
    'top stories',
    'latest news',
    'sign up',
  ],
  ...[
    'article meta',
    'entry meta',
    'post meta',
    'article info',
    'reading time',
    'key topics',
    'editor info',
    'in brief',
    'other news',
  ],
]);
/** Behind these a word says what a page has, not what it is. */
const HAS = new Set([
  'has',
  'with',
  'no',
  'is',
  'without',
  'not',
  'hide',
  'show',
  'enable',
  'enabled',
  'supports',
  'can',
]);
/** Said of the page as a whole. */
const SETTINGS = new Set([
  'enabled',
  'disabled',
  'open',
  'closed',
  'on',
  'off',
  'active',
  'visible',
  'ready',
  'loaded',
  'layout',
  'page',
  'template',
]);

/** strong: by its element or role. weak: by its class. null: nothing says so. */
export function zoneOf(element: PageElement): 'strong' | 'weak' | null {
  if (TAGS.has(element.localName)) return element.localName === 'form' ? 'weak' : 'strong';
  const role = element.getAttribute('role');
  if (role !== null && ROLES.has(role.toLowerCase())) return 'strong';
  if (element.getAttribute('aria-modal') === 'true') return 'strong';
  const words = wordsOfClass(element);
  if (words.length === 0 || words.length > 60) return null;
  const isNamed = words.some((word, index) => {
    const before = words[index - 1] ?? '';
    const after = words[index + 1] ?? '';
    if (PAIRS.has(`${word} ${after}`)) return true;
    return WORDS.has(word) && !HAS.has(before) && !SETTINGS.has(after);
  });
  return isNamed ? 'weak' : null;
}

/** Not shown to readers, by its own markup; what style sheets hide is not known here. */
export function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (
    style !== null &&
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d]))/i.test(style)
  )
    return true;
  const names = element.getAttribute('class');
  return (
    names !== null &&
    /(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text|screenreader\S*|u-hidden|hidden|offscreen|assistive-text)(?:\s|$)/i.test(
      names,
    )
  );
}

/** A remark that repeats the text in large letters. */
export function isPullQuote(element: PageElement): boolean {
  const words = wordsOfClass(element);
  return words.some(
    (word, index) => word === 'pullquote' || (word === 'pull' && words[index + 1] === 'quote') || word === 'standout',
  );
}

const CAPTION = new Set([
  'caption',
  'captions',
  'figcaption',
  'photocaption',
  'imagecaption',
  'imgcaption',
  'cutline',
  'legend',
  'picdesc',
  'photodesc',
]);
const CREDIT = new Set(['credit', 'credits', 'photocredit', 'imagecredit', 'attribution', 'photographer']);

/** Words below a picture, by element or class. */
export function isCaption(element: PageElement): boolean {
  if (element.localName === 'figcaption') return true;
  if (element.localName === 'caption') return false;
  return wordsOfClass(element).some((word) => CAPTION.has(word));
}

export function isCredit(element: PageElement): boolean {
  return wordsOfClass(element).some((word) => CREDIT.has(word) || word === 'copyright');
}
