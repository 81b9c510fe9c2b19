import type { Texts } from '../info/texts.js';

/** Japanese: the spelling alphabet is that of ICAO and ITU, in katakana. */
const ja: Texts = {
  explanation:
    'このIDは、このサイトの今回のご利用を表すものです。サポートにお伝えいただくと、今回のご利用中に何が問題だったのかを調べることができます。IDはランダムに作成され、お客様に関する情報は含まれていません。ただし、サイト側でIPアドレスやアカウントも記録している場合は、このIDとそれらの情報を結び付けることが可能です。ログアウトするかCookieを削除すると、新しいIDに変わります。',
  spell: '電話での伝え方',
  earlier: '先ほどまでのID：',
  preview: 'コピーされる内容：',
  close: '閉じる',
  report: {
    started: '開始',
    now: '現在',
    page: 'ページ',
    browser: 'ブラウザー',
    viewport: 'ウィンドウ',
    language: '言語',
    online: 'オンライン',
    appVersion: 'バージョン',
    persistence: '保存先',
    yes: 'はい',
    no: 'いいえ',
  },
  // prettier-ignore
  characters: {
    0: 'ゼロ', 1: 'いち', 2: 'に', 3: 'さん', 4: 'よん', 5: 'ご', 6: 'ろく', 7: 'なな', 8: 'はち', 9: 'きゅう',
    a: 'アルファ', b: 'ブラボー', c: 'チャーリー', d: 'デルタ', e: 'エコー',
    f: 'フォックストロット', g: 'ゴルフ', h: 'ホテル', i: 'インディア',
    j: 'ジュリエット', k: 'キロ', l: 'リマ', m: 'マイク', n: 'ノベンバー', o: 'オスカー', p: 'パパ', q: 'ケベック', r: 'ロメオ',
    s: 'シエラ', t: 'タンゴ', u: 'ユニフォーム', v: 'ビクター',
    w: 'ウィスキー', x: 'エックスレイ', y: 'ヤンキー', z: 'ズールー',
    '-': 'ハイフン', _: 'アンダーバー',
  },
  capital: '大文字の{letter}',
  separator: '、',
};

export default ja;
