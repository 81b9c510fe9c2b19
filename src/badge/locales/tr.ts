import type { Texts } from '../info/texts.js';

/** Turkish: the spelling alphabet is the usual one of place names; Q, W and X, which Turkish lacks, go by their own names. */
const tr: Texts = {
  explanation:
    'Bu kod, bu siteye yaptığınız ziyareti temsil eder. Kodu destek ekibine iletirseniz bu ziyarette hangi sorunun yaşandığını bulabilirler. Kod rastgele oluşturulur ve sizin hakkınızda hiçbir şey söylemez; ancak site IP adresinizi veya hesabınızı da kaydediyorsa bunlar kodla ilişkilendirilebilir. Oturumu kapattığınızda veya çerezleri sildiğinizde yeni bir kod alırsınız.',
  spell: 'Telefonda harf harf söyleyin',
  earlier: 'Az öncesine kadar kod şuydu:',
  preview: 'Kopyalanacak metin:',
  close: 'Kapat',
  report: {
    started: 'Başlangıç',
    now: 'Şimdi',
    page: 'Sayfa',
    browser: 'Tarayıcı',
    viewport: 'Pencere',
    language: 'Dil',
    online: 'Çevrimiçi',
    appVersion: 'Sürüm',
    persistence: 'Saklandığı yer',
    yes: 'evet',
    no: 'hayır',
  },
  // prettier-ignore
  characters: {
    0: 'sıfır', 1: 'bir', 2: 'iki', 3: 'üç', 4: 'dört', 5: 'beş', 6: 'altı', 7: 'yedi', 8: 'sekiz', 9: 'dokuz',
    a: 'Adana', b: 'Bolu', c: 'Ceyhan', d: 'Denizli', e: 'Edirne', f: 'Fatsa', g: 'Giresun', h: 'Hatay', i: 'İzmir',
    j: 'Jandarma', k: 'Kars', l: 'Lüleburgaz', m: 'Muş', n: 'Niğde', o: 'Ordu', p: 'Polatlı', q: 'Q harfi', r: 'Rize',
    s: 'Sinop', t: 'Tokat', u: 'Uşak', v: 'Van', w: 'W harfi', x: 'X harfi', y: 'Yozgat', z: 'Zonguldak',
    '-': 'kısa çizgi', _: 'alt çizgi',
  },
  capital: 'büyük harfle {letter}',
  separator: ', ',
};

export default tr;
