// Checks what a certificate's QR code says, with nothing but two lists: the same findings and sentences as
// Shared/Statements/Checking. Own arithmetic: a page opened from a file has no other for SM2, and none at all where
// the browser keeps its own from pages without https.
'use strict';
const Gongjiang = (() => {
  const utf8 = new TextEncoder();
  const text = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  const number = bytes => BigInt('0x' + (hex(bytes) || '0'));
  const join = (...parts) => Uint8Array.from(parts.flatMap(part => Array.from(part)));
  const bytes32 = value => Uint8Array.from(value.toString(16).padStart(64, '0').match(/../g), part => parseInt(part, 16));

  function base64url(bytes) {
    return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }

  /** The bytes of a text, null where a character or the length is wrong. */
  function unbase64url(coded) {
    if (typeof coded !== 'string' || !/^[A-Za-z0-9_-]*$/.test(coded) || coded.length % 4 === 1) return null;
    const standard = coded.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(standard + '='.repeat((4 - standard.length % 4) % 4)), c => c.charCodeAt(0));
    return hex(bytes) === hex(unpadded(coded)) ? bytes : null;
  }

  // Unused bits of the last character must be zero, or one value had several texts.
  function unpadded(coded) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const bits = Array.from(coded, c => letters.indexOf(c).toString(2).padStart(6, '0')).join('');
    const whole = bits.length - bits.length % 8;
    if (/1/.test(bits.slice(whole))) return [256];
    return (bits.slice(0, whole).match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2));
  }

  // Digests.

  const rotate = (x, n) => (n %= 32) ? (x << n | x >>> (32 - n)) >>> 0 : x >>> 0;

  function padded(message) {
    const length = (message.length + 8 >> 6) + 1 << 6;
    const block = new Uint8Array(length);
    block.set(message);
    block[message.length] = 0x80;
    const view = new DataView(block.buffer);
    view.setUint32(length - 8, Math.floor(message.length / 0x20000000));
    view.setUint32(length - 4, message.length * 8 >>> 0);
    return view;
  }

  function words(state) {
    const out = new Uint8Array(32);
    state.forEach((word, at) => new DataView(out.buffer).setUint32(at * 4, word));
    return out;
  }

  const primes = (() => {
    const found = [];
    for (let n = 2; found.length < 64; n++) if (found.every(p => n % p)) found.push(n);
    return found;
  })();
  // The first 32 bits of the fraction of a root, by whole numbers.
  function fraction(n, root) {
    const wanted = BigInt(n) << BigInt(32 * root);
    let low = 0n, high = 1n << 40n;
    while (high - low > 1n) {
      const middle = low + high >> 1n;
      if (middle ** BigInt(root) <= wanted) low = middle; else high = middle;
    }
    return Number(low & 0xffffffffn);
  }
  const K256 = primes.map(p => fraction(p, 3));
  const H256 = primes.slice(0, 8).map(p => fraction(p, 2));

  /** SHA-256 (FIPS 180-4). */
  function sha256(message) {
    const view = padded(message);
    const state = H256.slice();
    for (let at = 0; at < view.byteLength; at += 64) {
      const w = Array.from({ length: 16 }, (_, i) => view.getUint32(at + i * 4));
      for (let i = 16; i < 64; i++) {
        const [a, b] = [w[i - 15], w[i - 2]];
        w[i] = w[i - 16] + (rotate(a, 25) ^ rotate(a, 14) ^ a >>> 3) + w[i - 7] + (rotate(b, 15) ^ rotate(b, 13) ^ b >>> 10) >>> 0;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const one = h + (rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)) + (e & f ^ ~e & g) + K256[i] + w[i] >>> 0;
        const two = (rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)) + (a & b ^ a & c ^ b & c) >>> 0;
        [a, b, c, d, e, f, g, h] = [one + two >>> 0, a, b, c, d + one >>> 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((word, i) => state[i] = state[i] + word >>> 0);
    }
    return words(state);
  }

  /** SM3 (GB/T 32905-2016). */
  function sm3(message) {
    const view = padded(message);
    const state = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
    for (let at = 0; at < view.byteLength; at += 64) {
      const w = Array.from({ length: 16 }, (_, i) => view.getUint32(at + i * 4));
      for (let i = 16; i < 68; i++) {
        const x = w[i - 16] ^ w[i - 9] ^ rotate(w[i - 3], 15);
        w[i] = (x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[i - 13], 7) ^ w[i - 6]) >>> 0;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const constant = rotate(i < 16 ? 0x79cc4519 : 0x7a879d8a, i);
        const one = rotate(rotate(a, 12) + e + constant >>> 0, 7);
        const two = (one ^ rotate(a, 12)) >>> 0;
        const first = i < 16 ? a ^ b ^ c : a & b | a & c | b & c;
        const second = i < 16 ? e ^ f ^ g : e & f | ~e & g;
        const left = (first >>> 0) + d + two + ((w[i] ^ w[i + 4]) >>> 0) >>> 0;
        const right = (second >>> 0) + h + one + w[i] >>> 0;
        [d, c, b, a] = [c, rotate(b, 9), a, left];
        [h, g, f, e] = [g, rotate(f, 19), e, (right ^ rotate(right, 9) ^ rotate(right, 17)) >>> 0];
      }
      [a, b, c, d, e, f, g, h].forEach((word, i) => state[i] = (state[i] ^ word) >>> 0);
    }
    return words(state);
  }

  // Curves y² = x³ + ax + b.

  const curve = (p, a, b, n, x, y) => ({ p: BigInt(p), a: BigInt(a), b: BigInt(b), n: BigInt(n), g: [BigInt(x), BigInt(y)] });
  const curves = {
    'ES256': curve(
      '0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff',
      '0xffffffff00000001000000000000000000000000fffffffffffffffffffffffc',
      '0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b',
      '0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
      '0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296',
      '0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'),
    'SM2-SM3': curve(
      '0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff',
      '0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc',
      '0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93',
      '0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123',
      '0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7',
      '0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0'),
  };
  const mod = (x, m) => (x % m + m) % m;

  function inverse(x, m) {
    let [a, b, u, v] = [mod(x, m), m, 1n, 0n];
    while (a) {
      const q = b / a;
      [a, b, u, v] = [b - q * a, a, v - q * u, u];
    }
    return mod(v, m);
  }

  function add({ p, a }, P, Q) {
    if (!P) return Q;
    if (!Q) return P;
    if (P[0] === Q[0] && mod(P[1] + Q[1], p) === 0n) return null;
    const slope = P[0] === Q[0]
      ? mod((3n * P[0] * P[0] + a) * inverse(2n * P[1], p), p)
      : mod((Q[1] - P[1]) * inverse(Q[0] - P[0], p), p);
    const x = mod(slope * slope - P[0] - Q[0], p);
    return [x, mod(slope * (P[0] - x) - P[1], p)];
  }

  /** kG + lQ in one pass. */
  function combine(c, k, Q, l) {
    const both = add(c, c.g, Q);
    let sum = null;
    for (let bit = 255n; bit >= 0n; bit--) {
      sum = add(c, sum, sum);
      const [one, other] = [k >> bit & 1n, l >> bit & 1n];
      if (one || other) sum = add(c, sum, one ? (other ? both : c.g) : Q);
    }
    return sum;
  }

  /** A key from what a list says of it, null where it is none. */
  function readKey(said) {
    const c = curves[said?.algorithm];
    const point = unbase64url(said?.publicKey);
    if (!c || !point || point.length !== 65 || point[0] !== 4) return null;
    const Q = [number(point.slice(1, 33)), number(point.slice(33))];
    if (Q[0] >= c.p || Q[1] >= c.p || mod(Q[1] * Q[1] - Q[0] ** 3n - c.a * Q[0] - c.b, c.p) !== 0n) return null;
    const fingerprint = hex(sha256(join(utf8.encode(said.algorithm), point)));
    return { algorithm: said.algorithm, curve: c, Q, id: fingerprint.slice(0, 16), fingerprint };
  }

  function verifies(key, signature, message) {
    if (!signature || signature.length !== 64) return false;
    const { curve: c, Q } = key;
    const [r, s] = [number(signature.slice(0, 32)), number(signature.slice(32))];
    if (r <= 0n || s <= 0n || r >= c.n || s >= c.n) return false;
    if (key.algorithm === 'ES256') {
      const e = number(sha256(message));
      const w = inverse(s, c.n);
      const P = combine(c, mod(e * w, c.n), Q, mod(r * w, c.n));
      return P !== null && mod(P[0], c.n) === r;
    }
    // SM2 signs the usual identity and both points along (GB/T 32918.2-2016, 5.5).
    const z = sm3(join([0, 128], utf8.encode('1234567812345678'), ...[c.a, c.b, ...c.g, ...Q].map(bytes32)));
    const e = number(sm3(join(z, message)));
    const t = mod(r + s, c.n);
    if (t === 0n) return false;
    const P = combine(c, s, Q, t);
    return P !== null && mod(e + P[0], c.n) === r;
  }

  // Statements and lists.

  /** A statement from the text of a QR code, null where it is none. */
  function readStatement(coded) {
    coded = coded.trim();
    const compact = unbase64url(coded.slice(coded.lastIndexOf('#') + 1));
    if (!compact || compact.length <= 64) return null;
    let lines;
    try { lines = text(compact.slice(64)).split('\n'); } catch { return null; }
    const seen = line => /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}]+$/u.test(line) && utf8.encode(line).length <= 240;
    if (lines.length !== 12 || lines[0] !== 'GJ1' || !curves[lines[1]] || !lines.slice(3).every(seen)) return null;
    if (!/^[YS][0-9]{14}[1-5A-HJ-NP-Z][0-9]{6}$/.test(lines[3]) || !isDay(lines[11])) return null;
    const names = ['form', 'algorithm', 'key', 'number', 'name', 'occupationCode', 'occupation', 'specialty', 'level', 'creditCode', 'issuerName', 'issuedOn'];
    const statement = Object.fromEntries(names.map((name, at) => [name, lines[at]]));
    return { statement, signature: compact.slice(0, 64), signed: compact.slice(64) };
  }

  function isDay(day) {
    return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) && new Date(day + 'T00:00:00Z').toJSON()?.slice(0, 10) === day;
  }

  /** A list a reader brought along: { list, key, digest }, or 'tampered', or 'stranger'; anchors are whole digests of keys. */
  function readList(signed, kind, anchors) {
    try {
      const bytes = unbase64url(signed.payload);
      if (signed.kind !== kind || !bytes || !signed.signatures.length) return 'tampered';
      const keyOf = signature => { const key = readKey(signature); return key?.id === signature.key ? key : null; };
      const first = signed.signatures.find(signature => !anchors || anchors.includes(keyOf(signature)?.fingerprint));
      if (!first) return 'stranger';
      const key = keyOf(first);
      const message = join(utf8.encode(kind + '\n'), bytes);
      if (!key || !verifies(key, unbase64url(first.signature), message)) return 'tampered';
      return { list: JSON.parse(text(bytes)), key: key.fingerprint, digest: hex(sha256(bytes)) };
    } catch {
      return 'tampered';
    }
  }

  function readLists(trust, status, anchors) {
    const trusted = readList(trust, 'gongjiang.trust-list', anchors);
    const bureau = trusted.list?.bureauKeys.map(key => readKey(key)?.fingerprint).filter(Boolean) ?? anchors;
    return { trust: trusted, status: readList(status, 'gongjiang.status-list.3', bureau) };
  }

  const statusWords = { suspended: '暂停使用', revoked: '已撤销', cancelled: '已注销' };
  const reasonWords = {
    'filing': '备案暂停或取消', 'examination': '有关情况正在核查', 'fraud': '以弄虚作假方式取得',
    'objection-upheld': '公示期内提出的异议成立', 'procedure': '评价违反规定程序', 'conditions': '持证人不符合申报条件',
    'wrong-data': '登载信息有误,已另行颁发', 'holder-request': '持证人申请', 'issued-twice': '重复颁发',
  };

  /** 2026-10-14 08:30, in Shanghai. */
  const timeWords = time => new Date(Date.parse(time) + 8 * 3600000).toISOString().slice(0, 16).replace('T', ' ');

  /** How long ago: 刚刚, 5分钟前, 3小时前, 2天前. */
  function age(time, now) {
    const minutes = Math.trunc((now - Date.parse(time)) / 60000);
    if (minutes < 1) return '刚刚';
    if (minutes < 60) return minutes + '分钟前';
    return minutes < 2880 ? Math.trunc(minutes / 60) + '小时前' : Math.trunc(minutes / 1440) + '天前';
  }

  /** What is to be held of the text of a QR code: { code, isGood, sentence, statement }. */
  function finding(coded, lists, now) {
    const said = (code, isGood, sentence, statement = null) => ({ code, isGood, sentence, statement });
    const read = readStatement(coded);
    if (!read) return said('unreadable', false, '无法识别:不是完整的证书签名声明,请重新扫描或完整粘贴。');
    const { statement, signature, signed } = read;
    if (lists.trust === 'tampered') return said('trust-list-tampered', null, '信任名单被改动过,不能用来核验。');
    if (lists.trust === 'stranger') return said('trust-list-of-stranger', null, '信任名单不是由所信任的主管部门密钥签发的,不能用来核验。');
    const list = lists.trust.list;
    const named = lists.status.list?.trust;
    if (named && list.version < named.version)
      return said('trust-list-outdated', null, `信任名单是第${list.version}版,状态名单签发时已有第${named.version}版,请下载新的信任名单。`);
    if (named && list.version === named.version && lists.trust.digest !== named.digest)
      return said('trust-list-contradicted', null, `信任名单与状态名单所载的第${named.version}版不一致,不能用来核验。`);
    const entry = list.keys.find(key => key.id === statement.key);
    const key = readKey(entry);
    if (!key || key.id !== entry.id || key.algorithm !== statement.algorithm)
      return said('unknown-key', false, '签名所用的密钥不在信任名单中,不能证明证书真实。');
    if (!verifies(key, signature, signed)) return said('forged', false, '签名不符:内容被改动过或系伪造,不能证明证书真实。');
    if (entry.creditCode !== statement.creditCode)
      return said('other-issuer', false, '签名所用的密钥不属于证书所载的企业,不能证明证书真实。');
    if (entry.state === 'revoked')
      return said('key-revoked', false, `签名所用的密钥已于${entry.until ?? entry.from}撤销(${entry.reason ?? ''}),不能证明证书真实。`);
    if (entry.until && statement.issuedOn > entry.until)
      return said('outside-key-time', false, '发证日期晚于签名密钥的停用日期,不能证明证书真实。');
    if (Date.parse(list.validUntil) < now)
      return said('trust-list-stale', null, `信任名单签发于${timeWords(list.issuedAt)},已过有效期,请下载新的名单。`);
    if (!lists.status.list) return said('status-list-tampered', null, '状态名单被改动过,不能用来核验。');
    const states = lists.status.list;
    // Of the signature's first half: the other can be written in a second way that holds.
    const mark = hex(sha256(join(utf8.encode('gongjiang status 2\n'), signature.slice(0, 32)))).slice(0, 32);
    const state = states.entries.find(one => one.mark === mark);
    const isStale = Date.parse(states.validUntil) < now;
    if (state?.status === 'superseded')
      return said('superseded', false, `证书已于${state.on}更正并换发,此件登载的内容已被替代,请查验换发后的证书。`, statement);
    if (state && !(isStale && state.status === 'suspended')) {
      const reason = reasonWords[state.reason] ?? state.reason;
      const sentence = state.status === 'suspended'
        ? `证书真实,自${state.on}起暂停使用:${reason}。`
        : `证书${statusWords[state.status]}(${state.on}):${reason}。`;
      return said(state.status, false, sentence, statement);
    }
    if (isStale)
      return said('status-list-stale', null, `签名真实,但状态名单签发于${timeWords(states.issuedAt)},已过有效期,不能说明证书目前是否有效。`, statement);
    return said('valid', true, '证书真实,目前有效。', statement);
  }

  return { finding, readLists, timeWords, age, sha256, sm3, hex, utf8, base64url };
})();
