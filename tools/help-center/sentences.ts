import type { Language } from '../../src/badge/words.js';

/**
 * What the help centre's page says beyond the badge's own texts, in one language, in the badge's form of address. Where they
 * name something of the badge they have its word: `{label}`, `{copy}`, `{copied}`, `{failed}`, `{press}`, `{info}`, `{support}`
 * and `{spell}`, so that page and badge never disagree. Plain text: what would be Markdown is shown as it is.
 */
export interface Sentences {
  readonly title: string;
  /** Heading of the place where the ID is. */
  readonly where: string;
  /** Where that is. An example follows. */
  readonly place: string;
  /** A logout ends the ID, so it is to be noted before. */
  readonly change: string;
  /** The first step of copying. */
  readonly press: string;
  /** The second one. */
  readonly paste: string;
  /** What to do where it was not copied. */
  readonly notCopied: string;
  /** That the link to support, where there is one, takes the ID along. */
  readonly support: string;
  /** How to spell it on the phone. The example follows, spelled. */
  readonly phone: string;
}

/** The sentences of each language that the badge speaks. A missing or extra one fails the type check. */
export const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    title: '{label}: what it is, and how to give it to support',
    where: 'Where to find it',
    place: 'The ID is at the bottom of each page, after “{label}”. For example:',
    change: 'It changes when you log out: copy it or write it down before you do.',
    press: 'Press the button beside the ID: “{copy}”.',
    paste: 'As soon as it says “{copied}”, paste the ID into your message.',
    notCopied:
      'Does it say “{failed}” or “{press}”? Select the ID, copy it as you would copy any other text, and paste it into your message. Or type it.',
    support: 'Is there a link “{support}” with the ID? It passes the ID on by itself.',
    phone:
      'Read the ID out to support, character by character. Press the “?” beside the ID (“{info}”): under “{spell}” you find the words for yours. The example above is spelled like this:',
  },
  nl: {
    title: '{label}: wat het is en hoe je hem doorgeeft aan de helpdesk',
    where: 'Waar je hem vindt',
    place: 'De ID staat onder aan elke pagina, achter “{label}”. Bijvoorbeeld:',
    change: 'Als je uitlogt, krijg je een nieuwe. Kopieer of noteer de ID dus voordat je uitlogt.',
    press: 'Druk op de knop naast de ID: “{copy}”.',
    paste: 'Zodra er “{copied}” staat, plak je de ID in je bericht.',
    notCopied:
      'Staat er “{failed}” of “{press}”? Selecteer de ID, kopieer hem zoals je andere tekst kopieert en plak hem in je bericht. Of typ hem over.',
    support: 'Staat de link “{support}” bij de ID? Via die link gaat de ID vanzelf mee.',
    phone:
      'Lees de ID teken voor teken voor aan de helpdesk. Druk op het “?” naast de ID (“{info}”): onder “{spell}” vind je de woorden voor jouw ID. Het voorbeeld hierboven spel je zo:',
  },
  de: {
    title: '{label}: Was sie ist und wie Sie sie dem Support mitteilen',
    where: 'Wo Sie sie finden',
    place: 'Die ID steht ganz unten auf jeder Seite, hinter „{label}“. Zum Beispiel:',
    change: 'Wenn Sie sich abmelden, erhalten Sie eine neue. Kopieren oder notieren Sie die ID deshalb vorher.',
    press: 'Drücken Sie auf die Schaltfläche neben der ID: „{copy}“.',
    paste: 'Sobald dort „{copied}“ steht, fügen Sie die ID in Ihre Nachricht ein.',
    notCopied:
      'Steht dort „{failed}“ oder „{press}“? Markieren Sie die ID, kopieren Sie sie wie jeden anderen Text und fügen Sie sie in Ihre Nachricht ein. Oder tippen Sie sie ab.',
    support: 'Steht bei der ID der Link „{support}“? Er gibt die ID von selbst weiter.',
    phone:
      'Lesen Sie dem Support die ID Zeichen für Zeichen vor. Drücken Sie auf das „?“ neben der ID („{info}“): Unter „{spell}“ stehen die Wörter für Ihre ID. Das Beispiel oben buchstabieren Sie so:',
  },
  fr: {
    title: '{label}\u00a0: à quoi sert-il et comment le communiquer à l’assistance\u00a0?',
    where: 'Où le trouver\u00a0?',
    place: 'L’ID se trouve en bas de chaque page, après «\u00a0{label}\u00a0». Par exemple\u00a0:',
    change: 'Il change lorsque vous vous déconnectez\u00a0: copiez-le ou notez-le avant.',
    press: 'Appuyez sur le bouton à côté de l’ID\u00a0: «\u00a0{copy}\u00a0».',
    paste: 'Dès que «\u00a0{copied}\u00a0» s’affiche, collez l’ID dans votre message.',
    notCopied:
      'Si «\u00a0{failed}\u00a0» ou «\u00a0{press}\u00a0» s’affiche, sélectionnez l’ID, copiez-le comme n’importe quel texte et collez-le dans votre message. Vous pouvez aussi le recopier au clavier.',
    support: 'Si le lien «\u00a0{support}\u00a0» figure près de l’ID, il transmet l’ID automatiquement.',
    phone:
      'Lisez l’ID à l’assistance, caractère par caractère. Appuyez sur le «\u00a0?\u00a0» à côté de l’ID («\u00a0{info}\u00a0»)\u00a0: sous «\u00a0{spell}\u00a0» se trouvent les mots pour le vôtre. L’exemple ci-dessus s’épelle ainsi\u00a0:',
  },
  es: {
    title: '{label}: qué es y cómo indicarlo al equipo de soporte',
    where: 'Dónde encontrarlo',
    place: 'El ID aparece al final de cada página, después de «{label}». Por ejemplo:',
    change: 'El ID cambia cuando cierra sesión: cópielo o anótelo antes.',
    press: 'Pulse el botón situado junto al ID: «{copy}».',
    paste: 'Cuando aparezca «{copied}», pegue el ID en su mensaje.',
    notCopied:
      'Si aparece «{failed}» o «{press}», seleccione el ID, cópielo como cualquier otro texto y péguelo en su mensaje. También puede teclearlo.',
    support: 'Si junto al ID aparece el enlace «{support}», este transmite el ID automáticamente.',
    phone:
      'Lea el ID al equipo de soporte, carácter por carácter. Pulse el «?» situado junto al ID («{info}»): en «{spell}» encontrará las palabras para el suyo. El ejemplo anterior se deletrea así:',
  },
  it: {
    title: '{label}: che cos’è e come comunicarlo all’assistenza',
    where: 'Dove trovarlo',
    place: 'L’ID si trova in fondo a ogni pagina, dopo «{label}». Per esempio:',
    change: 'L’ID cambia quando esce dall’account: lo copi o lo annoti prima.',
    press: 'Prema il pulsante accanto all’ID: «{copy}».',
    paste: 'Quando compare «{copied}», incolli l’ID nel suo messaggio.',
    notCopied:
      'Se compare «{failed}» o «{press}», selezioni l’ID, lo copi come qualsiasi altro testo e lo incolli nel suo messaggio. In alternativa, può digitarlo.',
    support: 'Se accanto all’ID c’è il link «{support}», questo trasmette l’ID automaticamente.',
    phone:
      'Legga l’ID all’assistenza, carattere per carattere. Prema il «?» accanto all’ID («{info}»): in «{spell}» troverà le parole per il suo. L’esempio qui sopra si detta così:',
  },
  pt: {
    title: '{label}: o que é e como indicá-lo ao suporte',
    where: 'Onde encontrá-lo',
    place: 'O ID está no fundo de cada página, a seguir a «{label}». Por exemplo:',
    change: 'O ID muda quando termina a sessão: copie-o ou anote-o antes.',
    press: 'Pressione o botão ao lado do ID: «{copy}».',
    paste: 'Quando aparecer «{copied}», cole o ID na sua mensagem.',
    notCopied:
      'Se aparecer «{failed}» ou «{press}», selecione o ID, copie-o como qualquer outro texto e cole-o na sua mensagem. Em alternativa, pode escrevê-lo.',
    support: 'Se junto ao ID houver a ligação «{support}», esta transmite o ID automaticamente.',
    phone:
      'Leia o ID ao suporte, carácter a carácter. Pressione o «?» ao lado do ID («{info}»): em «{spell}» encontra as palavras para o seu. O exemplo acima soletra-se assim:',
  },
  pl: {
    title: '{label}: co to jest i jak podać go obsłudze klienta',
    where: 'Gdzie go znaleźć',
    place: 'Identyfikator znajduje się na dole każdej strony, po słowach „{label}”. Na przykład:',
    change: 'Po wylogowaniu się powstaje nowy identyfikator, dlatego warto wcześniej skopiować lub zapisać obecny.',
    press: 'Naciśnij przycisk obok identyfikatora: „{copy}”.',
    paste: 'Gdy pojawi się napis „{copied}”, wklej identyfikator do wiadomości.',
    notCopied:
      'Jeśli pojawi się napis „{failed}” lub „{press}”, zaznacz identyfikator, skopiuj go jak każdy inny tekst i wklej do wiadomości. Możesz go też przepisać.',
    support: 'Jeśli przy identyfikatorze widać link „{support}”, przekaże on identyfikator automatycznie.',
    phone:
      'Przeczytaj identyfikator obsłudze klienta znak po znaku. Naciśnij „?” obok identyfikatora („{info}”): w części „{spell}” są słowa odpowiadające jego znakom. Powyższy przykład literuje się tak:',
  },
  sv: {
    title: '{label}: vad det är och hur du uppger det för supporten',
    where: 'Här hittar du det',
    place: 'ID:t står längst ner på varje sida, efter ”{label}”. Till exempel:',
    change: 'Du får ett nytt när du loggar ut. Kopiera eller skriv upp ID:t innan dess.',
    press: 'Tryck på knappen bredvid ID:t: ”{copy}”.',
    paste: 'När det står ”{copied}” klistrar du in ID:t i ditt meddelande.',
    notCopied:
      'Står det ”{failed}” eller ”{press}”? Markera ID:t, kopiera det som vilken annan text som helst och klistra in det i ditt meddelande. Eller skriv av det.',
    support: 'Finns länken ”{support}” vid ID:t? Den skickar med ID:t automatiskt.',
    phone:
      'Läs upp ID:t för supporten, tecken för tecken. Tryck på ”?” bredvid ID:t (”{info}”): under ”{spell}” står orden för ditt ID. Exemplet ovan bokstaveras så här:',
  },
  da: {
    title: '{label}: hvad det er, og hvordan du giver det til supporten',
    where: 'Her finder du det',
    place: 'ID’et står nederst på hver side, efter ”{label}”. For eksempel:',
    change: 'Du får et nyt, når du logger ud. Kopiér eller notér derfor ID’et forinden.',
    press: 'Tryk på knappen ved siden af ID’et: ”{copy}”.',
    paste: 'Når der står ”{copied}”, sætter du ID’et ind i din besked.',
    notCopied:
      'Står der ”{failed}” eller ”{press}”? Markér ID’et, kopiér det som al anden tekst, og sæt det ind i din besked. Eller skriv det af.',
    support: 'Er der et link ”{support}” ved ID’et? Det sender automatisk ID’et med.',
    phone:
      'Læs ID’et op for supporten, tegn for tegn. Tryk på ”?” ved siden af ID’et (”{info}”): Under ”{spell}” står ordene for dit ID. Eksemplet ovenfor staves sådan:',
  },
  cs: {
    title: '{label}: co to je a jak ho sdělit podpoře',
    where: 'Kde ho najdete',
    place: 'ID je úplně dole na každé stránce, za slovy „{label}“. Například:',
    change: 'Když se odhlásíte, dostanete nové. Stávající ID si proto předtím zkopírujte nebo zapište.',
    press: 'Stiskněte tlačítko vedle ID: „{copy}“.',
    paste: 'Jakmile se objeví „{copied}“, vložte ID do své zprávy.',
    notCopied:
      'Objevilo se „{failed}“ nebo „{press}“? Označte ID, zkopírujte ho jako každý jiný text a vložte ho do své zprávy. Nebo ho opište.',
    support: 'Pokud je u ID odkaz „{support}“, předá ID automaticky.',
    phone:
      'Přečtěte ID podpoře znak po znaku. Stiskněte „?“ vedle ID („{info}“): pod „{spell}“ najdete slova pro své ID. Příklad výše se hláskuje takto:',
  },
  tr: {
    title: '{label}: nedir, destek ekibine nasıl iletilir?',
    where: 'Kodu nerede bulabilirsiniz?',
    place: 'Kod her sayfanın en altında, “{label}” yazısından sonra yer alır. Örneğin:',
    change: 'Oturumu kapattığınızda kod değişir; bu yüzden kodu önceden kopyalayın veya not edin.',
    press: 'Kodun yanındaki düğmeye basın: “{copy}”.',
    paste: '“{copied}” yazısı görününce kodu mesajınıza yapıştırın.',
    notCopied:
      '“{failed}” veya “{press}” yazıyorsa kodu seçin, herhangi bir metin gibi kopyalayıp mesajınıza yapıştırın. Kodu elle de yazabilirsiniz.',
    support: 'Kodun yanında “{support}” bağlantısı varsa bu bağlantı kodu kendiliğinden iletir.',
    phone:
      'Kodu destek ekibine karakter karakter okuyun. Kodun yanındaki “?” düğmesine basın (“{info}”): “{spell}” başlığı altında kodunuzun sözcüklerini bulursunuz. Yukarıdaki örnek şöyle söylenir:',
  },
  ru: {
    title: '{label}: что это и как сообщить его службе поддержки',
    where: 'Где его найти',
    place: 'ID находится внизу каждой страницы, после слов «{label}». Например:',
    change: 'После выхода из аккаунта ID меняется, поэтому скопируйте или запишите его заранее.',
    press: 'Нажмите кнопку рядом с ID: «{copy}».',
    paste: 'Когда появится надпись «{copied}», вставьте ID в своё сообщение.',
    notCopied:
      'Если появилась надпись «{failed}» или «{press}», выделите ID, скопируйте его как любой другой текст и вставьте в сообщение. Можно также ввести его вручную.',
    support: 'Если рядом с ID есть ссылка «{support}», она передаст ID автоматически.',
    phone:
      'Продиктуйте ID службе поддержки символ за символом. Нажмите «?» рядом с ID («{info}»): в разделе «{spell}» вы найдёте слова для своего ID. Пример выше диктуют так:',
  },
  uk: {
    title: '{label}: що це та як повідомити його службі підтримки',
    where: 'Де його знайти',
    place: 'ID розташований унизу кожної сторінки, після слів «{label}». Наприклад:',
    change: 'Після виходу з облікового запису ID змінюється, тому скопіюйте або запишіть його заздалегідь.',
    press: 'Натисніть кнопку поруч з ID: «{copy}».',
    paste: 'Коли з’явиться напис «{copied}», вставте ID у своє повідомлення.',
    notCopied:
      'Якщо з’явився напис «{failed}» або «{press}», виділіть ID, скопіюйте його як будь-який інший текст і вставте в повідомлення. Можна також ввести його вручну.',
    support: 'Якщо поруч з ID є посилання «{support}», воно передасть ID автоматично.',
    phone:
      'Продиктуйте ID службі підтримки символ за символом. Натисніть «?» поруч з ID («{info}»): у розділі «{spell}» ви знайдете слова для свого ID. Приклад вище диктують так:',
  },
  ja: {
    title: '{label}の確認方法と伝え方',
    where: '表示される場所',
    place: '各ページの一番下、「{label}」の後に表示されます。例：',
    change: 'ログアウトするとIDが変わるため、その前にコピーまたはメモしてください。',
    press: 'IDの横のボタン「{copy}」を押します。',
    paste: '「{copied}」と表示されたら、IDをメッセージに貼り付けます。',
    notCopied:
      '「{failed}」や「{press}」と表示された場合は、IDを選択してコピーし、メッセージに貼り付けてください。直接入力も可能です。',
    support: 'IDの近くのリンク「{support}」からは、IDが自動的に伝わります。',
    phone:
      'IDを1文字ずつお伝えください。IDの横の「?」（「{info}」）を押すと、「{spell}」に読み方が表示されます。上の例の場合：',
  },
  zh: {
    title: '{label}：它是什么，如何提供给客服',
    where: '在哪里可以找到',
    place: '此 ID 位于每个页面的底部，在“{label}”之后。例如：',
    change: '退出登录后，ID 会改变，请在此之前复制或记下它。',
    press: '按下 ID 旁边的按钮：“{copy}”。',
    paste: '看到“{copied}”后，将 ID 粘贴到您的消息中。',
    notCopied: '如果显示“{failed}”或“{press}”，请选中 ID，像复制其他文字一样复制它，然后粘贴到您的消息中。您也可以手动输入。',
    support: '如果 ID 旁边有“{support}”链接，该链接会自动附上 ID。',
    phone: '请将 ID 逐个字符读给客服。按下 ID 旁边的“?”（“{info}”），“{spell}”下会列出您的 ID 的读法。上面的示例这样读：',
  },
  ar: {
    title: '{label}: ما هو وكيفية تزويد فريق الدعم به',
    where: 'أين يوجد المعرّف؟',
    place: 'يظهر المعرّف في أسفل كل صفحة، بعد «{label}». على سبيل المثال:',
    change: 'يتغيّر المعرّف عند تسجيل الخروج، لذا يُرجى نسخه أو تدوينه قبل ذلك.',
    press: 'اضغط على الزر المجاور للمعرّف: «{copy}».',
    paste: 'عند ظهور «{copied}»، الصق المعرّف في رسالتك.',
    notCopied: 'إذا ظهر «{failed}» أو «{press}»، فحدّد المعرّف وانسخه كأي نص آخر، ثم الصقه في رسالتك. ويمكنك أيضًا كتابته يدويًا.',
    support: 'إذا ظهر الرابط «{support}» بجانب المعرّف، فإنه ينقل المعرّف تلقائيًا.',
    phone:
      'اقرأ المعرّف لفريق الدعم حرفًا حرفًا ورقمًا رقمًا. اضغط على «?» بجانب المعرّف («{info}»): ستجد تحت «{spell}» الكلمات الخاصة بمعرّفك. يُتهجّى المثال أعلاه كما يلي:',
  },
  he: {
    title: '{label}: מה זה ואיך מוסרים אותו לתמיכה',
    where: 'איפה מוצאים אותו',
    place: 'המזהה מופיע בתחתית כל דף, אחרי "{label}". לדוגמה:',
    change: 'המזהה מתחלף לאחר התנתקות מהחשבון, לכן העתיקו או רשמו אותו לפני כן.',
    press: 'לחצו על הכפתור שליד המזהה: "{copy}".',
    paste: 'כשמופיע "{copied}", הדביקו את המזהה בהודעה שלכם.',
    notCopied:
      'אם מופיע "{failed}" או "{press}", סמנו את המזהה, העתיקו אותו כמו כל טקסט אחר והדביקו אותו בהודעה שלכם. אפשר גם להקליד אותו.',
    support: 'אם ליד המזהה מופיע הקישור "{support}", הוא מעביר את המזהה אוטומטית.',
    phone:
      'הקריאו לתמיכה את המזהה תו אחר תו. לחצו על "?" שליד המזהה ("{info}"): תחת "{spell}" תמצאו את המילים למזהה שלכם. הדוגמה שלמעלה מאויתת כך:',
  },
};
