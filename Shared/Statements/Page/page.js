// What the page does with check.js.
(() => {
  const element = id => document.getElementById(id);
  const data = JSON.parse(element('data').textContent);
  const isServed = location.protocol.startsWith('http');
  if (!isServed) for (const part of document.querySelectorAll('.served')) part.hidden = true;

  function line(list, term, text) {
    list.append(Object.assign(document.createElement('dt'), { textContent: term }));
    list.append(Object.assign(document.createElement('dd'), { textContent: text }));
  }

  function describe(name, read, now) {
    if (read === 'stranger') return `${name}:签发者不是所信任的主管部门密钥。`;
    if (!read.list) return `${name}:没有,或被改动过。`;
    const { version, issuedAt, validUntil } = read.list;
    const old = Date.parse(validUntil) < now ? ',已过有效期' : '';
    return `${name}:第${version}版,签发于${Gongjiang.timeWords(issuedAt)}(${Gongjiang.age(issuedAt, now)}),`
      + `有效至${Gongjiang.timeWords(validUntil)}${old}。主管部门密钥 ${read.key}。`;
  }

  function show() {
    const now = Date.now();
    const lists = Gongjiang.readLists(data.trust, data.status, data.anchors);
    element('trust-state').textContent = describe('信任名单', lists.trust, now);
    element('status-state').textContent = describe('状态名单', lists.status, now);
    const coded = element('coded').value;
    const result = element('result');
    element('reach').hidden = !lists.status.list;
    if (!coded.trim()) return void (result.hidden = true);
    const finding = Gongjiang.finding(coded, lists, now);
    result.hidden = false;
    result.className = finding.isGood ? 'good' : finding.isGood === null ? 'unsure' : 'bad';
    result.dataset.code = finding.code;
    element('sentence').textContent = finding.sentence;
    const facts = element('facts');
    facts.replaceChildren();
    const said = finding.statement;
    if (said) {
      line(facts, '证书编号', said.number);
      line(facts, '姓名', said.name);
      line(facts, '职业(工种)', `${said.occupation}(${said.specialty})${said.occupationCode}`);
      line(facts, '等级', said.level);
      line(facts, '发证单位', `${said.issuerName}(${said.creditCode})`);
      line(facts, '发证日期', said.issuedOn);
    }
    if (lists.status.list) line(facts, '状态截至', `${Gongjiang.timeWords(lists.status.list.issuedAt)}(${Gongjiang.age(lists.status.list.issuedAt, now)})`);
  }

  /** Newer lists, where there is a network; without it those the page has are what there is. */
  async function refresh() {
    if (!isServed) return;
    const ask = async path => {
      const answer = await fetch(path, { cache: 'no-cache' });
      if (!answer.ok) throw new Error(path);
      return answer.json();
    };
    try {
      const [trust, status] = await Promise.all([ask('trust-list'), ask('status-list')]);
      Object.assign(data, { trust, status });
    } catch { /* what the page came with is shown with its age */ }
    show();
  }

  function take(input, name) {
    element(input).addEventListener('change', async event => {
      const file = event.target.files[0];
      if (!file) return;
      try { data[name] = JSON.parse(await file.text()); } catch { data[name] = {}; }
      show();
    });
  }

  function fragment() {
    if (location.hash.length > 1) element('coded').value = location.hash.slice(1);
    show();
  }

  take('trust', 'trust');
  take('status', 'status');
  element('check').addEventListener('submit', event => { event.preventDefault(); show(); });
  addEventListener('hashchange', fragment);
  fragment();
  refresh();
})();
