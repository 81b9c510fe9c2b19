import type { Texts } from '../info/texts.js';

/** Chinese (simplified): the spelling alphabet is that of ICAO and ITU, in Latin letters. */
const zh: Texts = {
  explanation:
    '此 ID 代表您对本网站的这次访问。请将它提供给客服，客服便能查出这次访问中出了什么问题。它是随机生成的，不包含任何与您有关的信息；但如果网站同时记录了您的 IP 地址或账号，则可以将两者关联起来。退出登录或删除 Cookie 后，您会获得新的 ID。',
  spell: '在电话中逐字读出',
  earlier: '刚才的 ID 是：',
  preview: '将复制以下内容：',
  close: '关闭',
  report: {
    started: '开始时间',
    now: '当前时间',
    page: '页面',
    browser: '浏览器',
    viewport: '窗口',
    language: '语言',
    online: '在线',
    appVersion: '版本',
    persistence: '保存位置',
    yes: '是',
    no: '否',
  },
  // prettier-ignore
  characters: {
    0: '零', 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '七', 8: '八', 9: '九',
    a: 'Alfa', b: 'Bravo', c: 'Charlie', d: 'Delta', e: 'Echo', f: 'Foxtrot', g: 'Golf', h: 'Hotel', i: 'India',
    j: 'Juliett', k: 'Kilo', l: 'Lima', m: 'Mike', n: 'November', o: 'Oscar', p: 'Papa', q: 'Quebec', r: 'Romeo',
    s: 'Sierra', t: 'Tango', u: 'Uniform', v: 'Victor', w: 'Whiskey', x: 'X-ray', y: 'Yankee', z: 'Zulu',
    '-': '短横线', _: '下划线',
  },
  capital: '大写 {letter}',
  separator: '、',
};

export default zh;
