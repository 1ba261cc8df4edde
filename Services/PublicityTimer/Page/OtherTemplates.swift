/// What is left of a notice that is over: its title and digest, and who was determined.
enum EndedTemplate {
    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>{{title}} - {{enterprise}}</title>
        </head>
        <body>
        <header>
        <h1>{{title}}</h1>
        <p class="by">{{enterprise}}</p>
        </header>
        <main>
        <p class="note">{{ending}}</p>
        {{#determined}}{{>determined}}{{/determined}}
        <p class="screen">公示期内提出过异议的，可以<a href="/objection-inquiry-page">凭回执码查询办理情况</a>。</p>
        </main>
        <footer>
        <p>名单摘要（SHA-256）：<span class="digest">{{digest}}</span></p>
        </footer>
        </body>
        </html>
        """

    /// The list of those who were determined.
    static let determined = """
        <section aria-labelledby="determined">
        <h2 id="determined">企业确定获评人员名单</h2>
        <p>经公示无异议或异议不成立，企业于{{determinedOn}}确定下列人员为特级技师获评人员。本名单展示至{{until}}。</p>
        <table class="cards" role="table">
        <caption>企业确定获评人员</caption>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">序号</th><th role="columnheader" scope="col">姓名</th><th role="columnheader" scope="col">单位、部门</th><th role="columnheader" scope="col">职业（工种）</th></tr></thead>
        <tbody role="rowgroup">
        {{#people}}
        <tr role="row"><td class="no" role="cell">{{number}}</td><th scope="row" role="rowheader">{{name}}{{#isNamesake}}<span class="tag">同名</span>{{/isNamesake}}</th><td role="cell" data-label="单位、部门">{{unit}}{{#.workshop}}<br>{{.}}{{/.workshop}}</td><td role="cell" data-label="职业（工种）">{{occupation}}<small class="nowrap">{{occupationCode}}</small></td></tr>
        {{/people}}
        </tbody>
        </table>
        </section>
        """
}

/// What somebody sees who may not see the page, or whose form cannot be taken.
enum RefusedTemplate {
    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>{{heading}}</title>
        </head>
        <body>
        <header><h1>{{heading}}</h1></header>
        <main>
        <p>{{sentence}}</p>
        {{#asksCode}}
        <form method="get" class="row">
        <label>公示码<input name="code" maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
        <button>打开</button>
        </form>
        <p>公示码是公示栏公示单上二维码旁的8位字母和数字，不分大小写。也可以直接扫公示单上的二维码。</p>
        {{/asksCode}}
        </main>
        </body>
        </html>
        """
}

/// What an objector sees once.
enum ReceiptTemplate {
    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>异议已收到</title>
        </head>
        <body>
        <header><h1>异议已收到</h1></header>
        <main>
        <p>您的回执码是：</p>
        <p class="code">{{code}}</p>
        <p class="note"><strong>回执码只显示这一次，请现在记下或截图保存。</strong>凭它可以查询办理情况、补交证据、撤回异议；没有它，任何人都查不到是谁提出的。</p>
        <dl class="facts">
        <div><dt>收到时间</dt><dd>{{receivedAt}}</dd></div>
        <div><dt>受理部门</dt><dd>{{office}}</dd></div>
        {{#dueOn}}<div><dt>{{dueLabel}}</dt><dd>{{dueOn}}</dd></div>{{/dueOn}}
        {{#files}}<div><dt>证据文件</dt><dd>{{files}}个</dd></div>{{/files}}
        </dl>
        <p>{{note}}</p>
        <p class="screen"><a href="/objection-inquiry-page">查询办理情况</a></p>
        </main>
        </body>
        </html>
        """
}

/// The page on which an objection is followed.
enum InquiryTemplate {
    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>异议办理情况查询</title>
        </head>
        <body>
        <header><h1>异议办理情况查询</h1></header>
        <main>
        {{#fault}}<div class="fault" role="alert">{{.}}</div>{{/fault}}
        {{#done}}<div class="note" role="status">{{.}}</div>{{/done}}
        <form method="post" action="/objection-inquiry-page" class="row screen">
        <label for="code">回执码<input id="code" name="code" maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" required value="{{typed}}"></label>
        <button>查询</button>
        </form>
        <p class="screen">回执码是提出异议时显示的10位字母和数字，不分大小写。</p>
        {{#found}}
        <h2>办理情况：{{state}}</h2>
        <dl class="facts">
        <div><dt>异议事项</dt><dd>{{about}}</dd></div>
        <div><dt>收到时间</dt><dd>{{receivedAt}}</dd></div>
        <div><dt>受理部门</dt><dd>{{office}}</dd></div>
        {{#dueOn}}<div><dt>{{dueLabel}}</dt><dd>{{dueOn}}</dd></div>{{/dueOn}}
        {{#closedAt}}<div><dt>办结时间</dt><dd>{{.}}</dd></div>{{/closedAt}}
        </dl>
        {{#isLate}}<p class="note">该异议收到时公示期已届满：予以登记、办理并答复，但不影响公示结果的效力。</p>{{/isLate}}
        {{#extended}}<p>办理期限已延长，原因：{{.}}</p>{{/extended}}
        {{#finding}}<h3>处理理由</h3><p>{{.}}</p>{{/finding}}
        {{#hasAnswer}}
        <form method="post" action="/objection-inquiry-page/answer" class="screen">
        <input type="hidden" name="code" value="{{code}}">
        <p>书面答复已经作出。</p>
        <button>下载书面答复（PDF）</button>
        </form>
        {{/hasAnswer}}
        {{#isOpen}}
        <form method="post" action="/objection-inquiry-page/evidence" enctype="multipart/form-data" class="screen">
        <fieldset><legend>补交证据</legend>
        <input type="hidden" name="code" value="{{code}}">
        <label for="files">证据文件<span class="hint">一次一个，不超过8 MB；只有受理部门能看到。</span><input id="files" name="files" type="file" required></label>
        <p><button>提交证据</button></p>
        </fieldset>
        </form>
        <form method="post" action="/objection-inquiry-page/withdrawal" class="screen">
        <fieldset><legend>撤回异议</legend>
        <input type="hidden" name="code" value="{{code}}">
        <label for="reason">撤回理由<span class="hint">撤回后不能恢复；公示期内可以重新提出。</span><textarea id="reason" name="reason" required>{{reason}}</textarea></label>
        <p><button>撤回异议</button></p>
        </fieldset>
        </form>
        {{/isOpen}}
        {{/found}}
        </main>
        </body>
        </html>
        """
}

/// The public calculator.
enum CalculatorTemplate {
    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>公示期计算器</title>
        </head>
        <body>
        <header><h1>公示期计算器</h1></header>
        <main>
        <p>填写公示发布的日期和工作日数，看公示到哪一天截止、每一天为什么计入或不计。</p>
        {{#fault}}<div class="fault" role="alert">{{.}}</div>{{/fault}}
        <form method="get" action="/calendar/calculator" class="row screen">
        <label for="published">发布日期<input id="published" name="published" type="date" required value="{{published}}"></label>
        <label for="days">工作日数<input id="days" name="days" type="number" min="1" max="{{most}}" required value="{{count}}"></label>
        <button>计算</button>
        </form>
        {{#result}}
        <h2>截止：{{end}}{{#isProvisional}}<span class="tag">暂定</span>{{/isProvisional}}</h2>
        {{#isProvisional}}<p class="note">所涉日期有的尚无国务院放假安排，按《全国年节及纪念日放假办法》暂算，安排公布后可能变动。</p>{{/isProvisional}}
        {{#isShort}}<p class="note">特级技师建议人选的公示期不少于{{fewest}}个工作日。</p>{{/isShort}}
        {{>days}}
        <p>发布当日不计入（民法典第201条），自次日起数满{{count}}个工作日，最后一日24时截止（民法典第203条）。周末和国务院安排的放假日不计，调休上班日计入。</p>
        <p>{{#.documents}}依据：{{.}}。{{/.documents}}</p>
        {{/result}}
        </main>
        <footer><p>日历版本：<span class="digest">{{calendarVersion}}</span></p></footer>
        </body>
        </html>
        """
}
