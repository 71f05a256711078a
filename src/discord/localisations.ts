// Names and descriptions of the command in the languages that Discord shows it in. The English ones are the command's own. A name is one word
// of small letters, digits and hyphens, at most 32 units; a description at most 100.

/** Discord's codes. */
export type Language = 'fr' | 'es-ES' | 'tr' | 'ru' | 'zh-CN';

export interface Localised {
  readonly en: string;
  readonly fr: string;
  readonly 'es-ES': string;
  readonly tr: string;
  readonly ru: string;
  readonly 'zh-CN': string;
}

export interface Named {
  readonly name: Localised;
  readonly description: Localised;
}

const text = (en: string, fr: string, es: string, tr: string, ru: string, zh: string): Localised => ({
  en,
  fr,
  'es-ES': es,
  tr,
  ru,
  'zh-CN': zh,
});

/** The command itself keeps its name in every language: people tell each other what to type. */
export const COMMAND = text(
  'Who said what about the U.S.–Iran talks: printed words, speaker and source',
  'Qui a dit quoi sur les négociations États-Unis–Iran : mots imprimés, auteur et source',
  'Quién dijo qué sobre las negociaciones EE. UU.–Irán: palabras impresas, autor y fuente',
  'ABD–İran görüşmeleri hakkında kim ne dedi: basılı sözler, konuşan ve kaynak',
  'Кто что сказал о переговорах США и Ирана: напечатанные слова, автор и источник',
  '谁就美伊谈判说了什么：刊出的原话、发言人和出处',
);

export const CHECK_QUOTATIONS = text(
  'Check quotations',
  'Vérifier les citations',
  'Comprobar las citas',
  'Alıntıları denetle',
  'Проверить цитаты',
  '核对引文',
);

export const SUBCOMMANDS = {
  who: {
    name: text('who', 'qui', 'quien', 'kim', 'кто', '谁'),
    description: text(
      'Who said something',
      'Qui a dit quelque chose',
      'Quién dijo algo',
      'Bir sözü kim söyledi',
      'Кто что-то сказал',
      '谁说过某句话',
    ),
  },
  said: {
    name: text('said', 'a-dit', 'dijo', 'dedi', 'сказал', '说过'),
    description: text(
      'Statements that have these words',
      'Déclarations qui contiennent ces mots',
      'Declaraciones que contienen estas palabras',
      'Bu sözleri içeren açıklamalar',
      'Высказывания с этими словами',
      '含有这些词语的言论',
    ),
  },
  ask: {
    name: text('ask', 'demander', 'preguntar', 'sor', 'спросить', '提问'),
    description: text(
      'A question: what, who, when, where, whether, how many, why',
      'Une question : quoi, qui, quand, où, si, combien, pourquoi',
      'Una pregunta: qué, quién, cuándo, dónde, si, cuántos, por qué',
      'Bir soru: ne, kim, ne zaman, nerede, kaç, neden',
      'Вопрос: что, кто, когда, где, правда ли, сколько, почему',
      '提问：什么、谁、何时、何地、是否、多少、为什么',
    ),
  },
  speaker: {
    name: text('speaker', 'auteur', 'orador', 'konusan', 'автор', '发言人'),
    description: text(
      'What one speaker said, newest first',
      'Ce qu’une personne a dit, du plus récent au plus ancien',
      'Lo que dijo una persona, primero lo más reciente',
      'Bir kişinin söyledikleri, en yenisi önce',
      'Что сказал один человек, сначала новое',
      '某位发言人说过的话，由新到旧',
    ),
  },
  compare: {
    name: text('compare', 'comparer', 'comparar', 'karsilastir', 'сравнить', '比较'),
    description: text(
      'What two sides said on something',
      'Ce que deux parties ont dit sur un sujet',
      'Lo que dos partes dijeron sobre algo',
      'İki tarafın bir konuda söyledikleri',
      'Что две стороны сказали о чём-то',
      '双方就某事说过的话',
    ),
  },
  timeline: {
    name: text('timeline', 'chronologie', 'cronologia', 'zaman-cizgisi', 'хронология', '时间线'),
    description: text(
      'Statements by the day they were said',
      'Déclarations selon le jour où elles ont été faites',
      'Declaraciones por el día en que se dijeron',
      'Söylendikleri güne göre açıklamalar',
      'Высказывания по дням',
      '按日期排列的言论',
    ),
  },
  check: {
    name: text('check', 'verifier', 'comprobar', 'denetle', 'проверить', '核对'),
    description: text(
      'Whether a quotation was printed so, and as whose words',
      'Si une citation a été imprimée ainsi, et de qui',
      'Si una cita se imprimió así, y de quién',
      'Bir alıntı böyle basıldı mı, kimin sözü',
      'Напечатана ли цитата так и чьи это слова',
      '引文是否如此刊出，是谁的话',
    ),
  },
  speakers: {
    name: text('speakers', 'auteurs', 'oradores', 'konusanlar', 'авторы', '发言人列表'),
    description: text(
      'Who is quoted in the corpus',
      'Qui est cité dans le corpus',
      'Quién aparece citado en el corpus',
      'Derlemde kimlerden alıntı var',
      'Кто цитируется в корпусе',
      '语料库引用了谁',
    ),
  },
  sources: {
    name: text('sources', 'sources', 'fuentes', 'kaynaklar', 'источники', '来源列表'),
    description: text(
      'Which articles are searched',
      'Quels articles sont consultés',
      'Qué artículos se consultan',
      'Hangi haberlerde aranıyor',
      'В каких статьях идёт поиск',
      '检索哪些文章',
    ),
  },
  source: {
    name: text('source', 'passage', 'pasaje', 'kaynak', 'источник', '出处'),
    description: text(
      'One passage with its neighbours',
      'Un passage avec ceux qui l’entourent',
      'Un pasaje con los que lo rodean',
      'Bir paragraf ve çevresi',
      'Один абзац и соседние',
      '一个段落及其上下文',
    ),
  },
  digest: {
    name: text('digest', 'resume', 'resumen', 'ozet', 'дайджест', '每日摘要'),
    description: text(
      'The daily digest of this channel',
      'Le résumé quotidien de ce salon',
      'El resumen diario de este canal',
      'Bu kanalın günlük özeti',
      'Ежедневный дайджест этого канала',
      '本频道的每日摘要',
    ),
  },
  on: {
    name: text('on', 'activer', 'activar', 'ac', 'включить', '开启'),
    description: text(
      'Post a digest here every day',
      'Publier un résumé ici chaque jour',
      'Publicar un resumen aquí cada día',
      'Her gün buraya bir özet gönder',
      'Публиковать здесь дайджест каждый день',
      '每天在此发布摘要',
    ),
  },
  off: {
    name: text('off', 'desactiver', 'desactivar', 'kapat', 'выключить', '关闭'),
    description: text(
      'Post no more digests here',
      'Ne plus publier de résumé ici',
      'No publicar más resúmenes aquí',
      'Buraya artık özet gönderme',
      'Больше не публиковать здесь дайджест',
      '不再在此发布摘要',
    ),
  },
  status: {
    name: text('status', 'etat', 'estado', 'durum', 'состояние', '状态'),
    description: text(
      'When the next digest comes, and how the last one went',
      'Quand vient le prochain résumé, et comment le dernier s’est passé',
      'Cuándo llega el próximo resumen y cómo fue el último',
      'Sonraki özet ne zaman, sonuncusu nasıl geçti',
      'Когда следующий дайджест и что с последним',
      '下次摘要的时间和上次的结果',
    ),
  },
  preview: {
    name: text('preview', 'apercu', 'vista-previa', 'onizle', 'предпросмотр', '预览'),
    description: text(
      'What would be posted now, and why',
      'Ce qui serait publié maintenant, et pourquoi',
      'Qué se publicaría ahora y por qué',
      'Şimdi ne gönderilirdi ve neden',
      'Что было бы опубликовано сейчас и почему',
      '现在会发布什么，以及原因',
    ),
  },
  now: {
    name: text('now', 'maintenant', 'ahora', 'simdi', 'сейчас', '立即'),
    description: text(
      'Post a digest now',
      'Publier un résumé maintenant',
      'Publicar un resumen ahora',
      'Şimdi bir özet gönder',
      'Опубликовать дайджест сейчас',
      '立即发布摘要',
    ),
  },
  pause: {
    name: text('pause', 'pause', 'pausa', 'duraklat', 'пауза', '暂停'),
    description: text(
      'Post nothing until it is turned on again',
      'Ne rien publier jusqu’à la réactivation',
      'No publicar nada hasta que se reactive',
      'Yeniden açılana dek hiçbir şey gönderme',
      'Ничего не публиковать, пока не включат снова',
      '重新开启前不发布任何内容',
    ),
  },
  held: {
    name: text('held', 'en-attente', 'en-espera', 'bekleyenler', 'ожидают', '待审'),
    description: text(
      'Articles that wait for approval',
      'Articles en attente d’approbation',
      'Artículos que esperan aprobación',
      'Onay bekleyen haberler',
      'Статьи, ожидающие одобрения',
      '等待批准的文章',
    ),
  },
  help: {
    name: text('help', 'aide', 'ayuda', 'yardim', 'помощь', '帮助'),
    description: text(
      'What can be asked, with examples that this corpus answers',
      'Ce qu’on peut demander, avec des exemples auxquels ce corpus répond',
      'Qué se puede preguntar, con ejemplos que este corpus responde',
      'Neler sorulabilir, bu derlemin yanıtladığı örneklerle',
      'Что можно спросить, с примерами из этого корпуса',
      '可以问什么，附本语料库能回答的例子',
    ),
  },
} as const satisfies Readonly<Record<string, Named>>;

export const OPTIONS = {
  words: {
    name: text('words', 'mots', 'palabras', 'sozler', 'слова', '词语'),
    description: text(
      'Words that were said; in quotation marks: exactly so',
      'Mots prononcés ; entre guillemets : exactement ainsi',
      'Palabras que se dijeron; entre comillas: exactamente así',
      'Söylenen sözler; tırnak içinde: aynen böyle',
      'Сказанные слова; в кавычках — точно так',
      '说过的词语；加引号表示一字不差',
    ),
  },
  question: {
    name: text('question', 'question', 'pregunta', 'soru', 'вопрос', '问题'),
    description: text(
      'Such as: what did Iran say about missiles',
      'Par exemple : what did Iran say about missiles',
      'Por ejemplo: what did Iran say about missiles',
      'Örneğin: what did Iran say about missiles',
      'Например: what did Iran say about missiles',
      '例如：what did Iran say about missiles',
    ),
  },
  speaker: {
    name: text('speaker', 'auteur', 'orador', 'konusan', 'автор', '发言人'),
    description: text(
      'A person, an office, a government, a source',
      'Une personne, une fonction, un gouvernement, une source',
      'Una persona, un cargo, un gobierno, una fuente',
      'Bir kişi, makam, hükûmet ya da kaynak',
      'Человек, должность, правительство, источник',
      '人物、职务、政府或消息来源',
    ),
  },
  name: {
    name: text('name', 'nom', 'nombre', 'ad', 'имя', '名称'),
    description: text(
      'A person, an office, a government, a source',
      'Une personne, une fonction, un gouvernement, une source',
      'Una persona, un cargo, un gobierno, una fuente',
      'Bir kişi, makam, hükûmet ya da kaynak',
      'Человек, должность, правительство, источник',
      '人物、职务、政府或消息来源',
    ),
  },
  a: {
    name: text('a', 'a', 'a', 'a', 'а', '甲'),
    description: text('One side', 'Une partie', 'Una parte', 'Bir taraf', 'Одна сторона', '一方'),
  },
  b: {
    name: text('b', 'b', 'b', 'b', 'б', '乙'),
    description: text('The other side', 'L’autre partie', 'La otra parte', 'Öteki taraf', 'Другая сторона', '另一方'),
  },
  topic: {
    name: text('topic', 'sujet', 'tema', 'konu', 'тема', '主题'),
    description: text('On what', 'Sur quoi', 'Sobre qué', 'Hangi konuda', 'О чём', '关于什么'),
  },
  since: {
    name: text('since', 'depuis', 'desde', 'itibaren', 'с', '自'),
    description: text(
      'Said on this day or later: 2026-02-10, 10 Feb, Tuesday, last week',
      'Dit ce jour ou plus tard : 2026-02-10, 10 Feb, Tuesday, last week',
      'Dicho ese día o después: 2026-02-10, 10 Feb, Tuesday, last week',
      'Bu gün ya da sonra söylenmiş: 2026-02-10, 10 Feb, Tuesday, last week',
      'Сказано в этот день или позже: 2026-02-10, 10 Feb, Tuesday, last week',
      '在这一天或之后说的：2026-02-10、10 Feb、Tuesday、last week',
    ),
  },
  until: {
    name: text('until', 'jusqua', 'hasta', 'kadar', 'до', '至'),
    description: text(
      'Said on this day or earlier',
      'Dit ce jour ou plus tôt',
      'Dicho ese día o antes',
      'Bu gün ya da önce söylenmiş',
      'Сказано в этот день или раньше',
      '在这一天或之前说的',
    ),
  },
  outlet: {
    name: text('outlet', 'media', 'medio', 'yayin', 'издание', '媒体'),
    description: text(
      'Printed there',
      'Imprimé là',
      'Impreso allí',
      'Orada basılmış',
      'Где напечатано',
      '由哪家媒体刊出',
    ),
  },
  quotation: {
    name: text('quotation', 'citation', 'cita', 'alinti', 'цитата', '引文'),
    description: text(
      'Words in quotation marks, or a whole message with several',
      'Des mots entre guillemets, ou tout un message qui en contient',
      'Palabras entre comillas, o todo un mensaje con varias citas',
      'Tırnak içindeki sözler ya da birkaç alıntılı bir ileti',
      'Слова в кавычках или целое сообщение с цитатами',
      '引号中的话，或含多处引文的整条消息',
    ),
  },
  passage: {
    name: text('passage', 'passage', 'pasaje', 'paragraf', 'абзац', '段落'),
    description: text(
      'As answers cite it, such as an article’s id with #4',
      'Comme les réponses la citent : identifiant d’article et #4',
      'Como lo citan las respuestas: id del artículo y #4',
      'Yanıtlardaki gibi: haberin kimliği ve #4',
      'Как в ответах: идентификатор статьи и #4',
      '如答复中所引：文章编号加 #4',
    ),
  },
  private: {
    name: text('private', 'prive', 'privado', 'ozel', 'лично', '私密'),
    description: text(
      'Show the answer to me alone; I can share it then',
      'Montrer la réponse à moi seul ; je pourrai la partager',
      'Mostrarme la respuesta solo a mí; luego puedo compartirla',
      'Yanıtı yalnız bana göster; sonra paylaşabilirim',
      'Показать ответ только мне; потом им можно поделиться',
      '仅向我显示答复；之后可以分享',
    ),
  },
  time: {
    name: text('time', 'heure', 'hora', 'saat', 'время', '时间'),
    description: text(
      'When it is posted, such as 09:00',
      'Quand il est publié, par exemple 09:00',
      'Cuándo se publica, por ejemplo 09:00',
      'Ne zaman gönderileceği, örneğin 09:00',
      'Когда публиковать, например 09:00',
      '发布时间，例如 09:00',
    ),
  },
  zone: {
    name: text('zone', 'fuseau', 'zona', 'dilim', 'пояс', '时区'),
    description: text(
      'Time zone, such as Asia/Tehran or America/New_York',
      'Fuseau horaire, par exemple Asia/Tehran ou America/New_York',
      'Zona horaria, por ejemplo Asia/Tehran o America/New_York',
      'Saat dilimi, örneğin Asia/Tehran ya da America/New_York',
      'Часовой пояс, например Asia/Tehran или America/New_York',
      '时区，例如 Asia/Tehran 或 America/New_York',
    ),
  },
  days: {
    name: text('days', 'jours', 'dias', 'gunler', 'дни', '星期'),
    description: text(
      'Weekdays, such as Mon-Fri; all if left out',
      'Jours, par exemple Mon-Fri ; tous si omis',
      'Días, por ejemplo Mon-Fri; todos si se omite',
      'Günler, örneğin Mon-Fri; boşsa hepsi',
      'Дни недели, например Mon-Fri; все, если не указано',
      '星期，例如 Mon-Fri；不填则每天',
    ),
  },
  approve: {
    name: text('approve', 'approuver', 'aprobar', 'onayla', 'одобрить', '批准'),
    description: text(
      'Take this article into the corpus',
      'Ajouter cet article au corpus',
      'Incorporar este artículo al corpus',
      'Bu haberi derleme al',
      'Добавить эту статью в корпус',
      '将这篇文章收入语料库',
    ),
  },
  refuse: {
    name: text('refuse', 'refuser', 'rechazar', 'reddet', 'отклонить', '拒绝'),
    description: text(
      'Take this article off the list',
      'Retirer cet article de la liste',
      'Quitar este artículo de la lista',
      'Bu haberi listeden çıkar',
      'Убрать эту статью из списка',
      '将这篇文章移出列表',
    ),
  },
  empty: {
    name: text('empty', 'vide', 'vacio', 'bos', 'пусто', '无新内容'),
    description: text(
      'What is posted where nothing is new',
      'Ce qui est publié quand il n’y a rien de nouveau',
      'Qué se publica cuando no hay nada nuevo',
      'Yeni bir şey yoksa ne gönderilir',
      'Что публиковать, если нового нет',
      '没有新内容时发布什么',
    ),
  },
} as const satisfies Readonly<Record<string, Named>>;

/** What can be chosen for `empty`, by the words of the grammar. */
export const EMPTY = {
  record: text(
    'One entry from the record',
    'Une entrée des archives',
    'Una entrada del archivo',
    'Kayıttan bir madde',
    'Одна запись из архива',
    '一条存档内容',
  ),
  line: text(
    'One line: nothing new',
    'Une ligne : rien de nouveau',
    'Una línea: nada nuevo',
    'Tek satır: yeni bir şey yok',
    'Одна строка: ничего нового',
    '一行文字：没有新内容',
  ),
  silence: text('Nothing', 'Rien', 'Nada', 'Hiçbir şey', 'Ничего', '什么都不发'),
} as const satisfies Readonly<Record<string, Localised>>;
