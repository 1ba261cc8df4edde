/// The page of a notice that is on show.
enum NoticeTemplate {
    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>{{title}} - {{enterprise}}</title>
        </head>
        <body>
        <a class="skip" href="#names">跳到人选名单</a>
        <header>
        <h1>{{title}}</h1>
        <p class="by">{{enterprise}}</p>
        </header>
        <main>
        <p class="lead">经评审，现将特级技师建议人选名单予以公示，接受职工监督。对名单或评价程序有异议的，请在公示期内提出。</p>
        {{#isPartial}}<p class="note">本次公示期已满。下列人选的条目在公示期间更正或增补，按规定单独公示，期限见各条。</p>{{/isPartial}}
        <dl class="facts">
        <div><dt>公示开始</dt><dd>{{start}}<small>发布当日不计入</small></dd></div>
        <div><dt>公示截止</dt><dd>{{end}}{{#isProvisional}}<span class="tag">暂定</span>{{/isProvisional}}<small>{{endTime}}</small></dd></div>
        <div><dt>公示期</dt><dd>{{required}}{{#extra}}<small>{{.}}</small>{{/extra}}</dd></div>
        <div><dt>公示人选</dt><dd>{{count}}人</dd></div>
        </dl>
        {{#isProvisional}}<p class="note"><strong>截止日为暂定。</strong>公示期内有的日期尚无国务院放假安排，安排公布后重新计算；在此之前公示不办结，可以继续提出异议，截止日不会提前。</p>{{/isProvisional}}
        {{#showsFlags}}
        <div class="note"><strong>仅企业人事、异议受理部门和备案机构可见：</strong>以下文字含有疑似身份证件、手机或银行卡号码，已遮盖显示，请更正名单。
        <ul>{{#flags}}<li>{{.}}</li>{{/flags}}</ul></div>
        {{/showsFlags}}

        <section aria-labelledby="names">
        <h2 id="names">建议人选名单</h2>
        <table class="cards" role="table">
        <caption>共{{count}}人{{#hasNamesakes}}；姓名相同的已标“同名”，请按单位和部门区分{{/hasNamesakes}}</caption>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">序号</th><th role="columnheader" scope="col">姓名</th><th role="columnheader" scope="col">单位、部门</th><th role="columnheader" scope="col">职业（工种）</th><th role="columnheader" scope="col">主要业绩</th><th role="columnheader" scope="col">放宽条件</th></tr></thead>
        <tbody role="rowgroup">
        {{#names}}
        <tr role="row"><td class="no" role="cell">{{number}}</td><th scope="row" role="rowheader">{{name}}{{#isNamesake}}<span class="tag">同名</span>{{/isNamesake}}</th><td role="cell" data-label="单位、部门">{{unit}}<br>{{workshop}}</td><td role="cell" data-label="职业（工种）">{{occupation}}<small class="nowrap">{{occupationCode}}</small></td><td role="cell" data-label="主要业绩">{{merits}}{{#.ownPeriod}}<small>{{.}}</small>{{/.ownPeriod}}</td><td role="cell" data-label="放宽条件">{{.relaxation}}{{^.relaxation}}未放宽{{/.relaxation}}</td></tr>
        {{/names}}
        </tbody>
        </table>
        {{#postsExceeded}}<p class="note">{{.}}</p>{{/postsExceeded}}
        </section>

        <section aria-labelledby="reckoning">
        <h2 id="reckoning">公示期怎样计算</h2>
        {{>days}}
        <p>{{rule}}</p>
        <p>{{#documents}}依据：{{.}}。{{/documents}}日历版本：{{calendarVersion}}。<a class="screen" href="/calendar/calculator">自己算一算</a></p>
        {{#names}}{{#.ownPeriod}}<h3>{{name}}（{{workshop}}）：{{.}}</h3>{{/.ownPeriod}}{{#hasOwnDays}}<ol class="days">{{#ownDays}}<li class="{{style}}"><time datetime="{{day}}">{{date}}</time>{{weekday}}<b>{{.number}}{{^.number}}不计{{/.number}}</b>{{.reason}}</li>{{/ownDays}}</ol>{{/hasOwnDays}}{{/names}}
        </section>

        <section aria-labelledby="how">
        <h2 id="how">怎样提出异议</h2>
        <p>任何职工都可以在{{endDay}}24时前，就<strong>某一人选</strong>、<strong>评价程序</strong>或<strong>应列入而未列入的人员</strong>提出异议，并说明理由、提供线索或证据。可以在网页上填写，也可以书面、电话、邮件或当面提出，以受理部门收到的时间为准。受理部门由您选择：</p>
        <div class="offices">
        <div class="office"><h3>企业异议受理部门：{{office.name}}</h3>{{#office}}{{>office}}{{#isBare}}<p>请到该部门当面提出，或使用本页网上表单。</p>{{/isBare}}{{/office}}</div>
        <div class="office"><h3>备案机构：{{authority.name}}</h3>{{#authority}}{{>office}}{{#isBare}}<p>请使用本页网上表单，并选择“备案机构”。</p>{{/isBare}}{{/authority}}</div>
        </div>
        <h3>实名提出</h3><p>{{policy.realName}}</p>
        <h3>匿名提出</h3><p>{{policy.anonymous}}</p>
        <p class="screen">已经提出的，可以<a href="/objection-inquiry-page">凭回执码查询办理情况</a>。</p>
        </section>

        {{#form}}{{>form}}{{/form}}
        {{#determined}}{{>determined}}{{/determined}}

        <section aria-labelledby="suggestions">
        <h2 id="suggestions">问题及建议</h2>
        <p>对特级技师岗位试行工作有问题或建议的，请与{{suggestions.name}}联系。</p>
        {{#suggestions}}<div class="office">{{>office}}</div>{{/suggestions}}
        </section>
        </main>
        <footer>
        <p>名单摘要（SHA-256）：<span class="digest">{{digest}}</span></p>
        <p>日历版本：<span class="digest">{{calendarVersion}}</span>。企业确定获评人员时所依据的名单，须与此摘要一致。</p>
        </footer>
        </body>
        </html>
        """
}

/// The form by which an objection is handed in on the page.
enum ObjectionFormTemplate {
    static let text = """
        <section class="screen" aria-labelledby="object">
        <h2 id="object">网上提出异议</h2>
        {{#hasErrors}}
        <div class="fault" role="alert" id="faults"><strong>还不能提交，请先改正以下各项：</strong>
        <ul>{{#errors}}<li><a href="#{{anchor}}">{{message}}</a></li>{{/errors}}</ul>
        {{#hadFiles}}<p>已选择的文件需要重新选择。</p>{{/hadFiles}}</div>
        {{/hasErrors}}
        <form method="post" action="{{action}}" enctype="multipart/form-data" accept-charset="utf-8">
        <input type="hidden" name="token" value="{{token}}">{{#code}}<input type="hidden" name="code" value="{{.}}">{{/code}}
        <fieldset id="f-about"><legend>一、对什么有异议（必选）</legend>
        {{#aboutFault}}<span class="wrong">{{.}}</span>{{/aboutFault}}
        <label class="choice"><input type="radio" name="about" value="name" required{{#isAboutName}} checked{{/isAboutName}}><span>某一人选<span class="hint">只影响该人选，其他人选照常办理</span></span></label>
        <label class="choice"><input type="radio" name="about" value="procedure"{{#isAboutProcedure}} checked{{/isAboutProcedure}}><span>评价程序<span class="hint">如评审回避、表决、条件适用等；经审查成立的，整个名单暂停办理</span></span></label>
        <label class="choice"><input type="radio" name="about" value="omission"{{#isAboutOmission}} checked{{/isAboutOmission}}><span>有人应列入而未列入<span class="hint">转回评价环节重新审核，不影响名单上的人选</span></span></label>
        <label for="f-person">人选姓名<span class="hint">选“某一人选”的请选择</span></label>
        {{#personFault}}<span class="wrong" id="e-person">{{.}}</span>{{/personFault}}
        <select id="f-person" name="person"{{#personFault}} aria-invalid="true" aria-describedby="e-person"{{/personFault}}><option value="">请选择</option>{{#names}}<option value="{{person}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/names}}</select>
        <label for="f-missing">未列入人员的姓名<span class="hint">选“有人应列入而未列入”的请填写</span></label>
        {{#missingFault}}<span class="wrong" id="e-missing">{{.}}</span>{{/missingFault}}
        <input id="f-missing" name="missing" maxlength="60" autocomplete="off" value="{{missing}}"{{#missingFault}} aria-invalid="true" aria-describedby="e-missing"{{/missingFault}}>
        </fieldset>
        <fieldset><legend>二、理由和证据</legend>
        <label for="f-reason">异议理由（必填）<span class="hint">请写明时间、地点、事情经过，便于查证；不超过2000字</span></label>
        {{#reasonFault}}<span class="wrong" id="e-reason">{{.}}</span>{{/reasonFault}}
        <textarea id="f-reason" name="reason" required maxlength="2000"{{#reasonFault}} aria-invalid="true" aria-describedby="e-reason"{{/reasonFault}}>{{reason}}</textarea>
        <label for="f-evidence">证据或线索（选填）<span class="hint">如知情人、文件名称、存放处所</span></label>
        {{#evidenceFault}}<span class="wrong" id="e-evidence">{{.}}</span>{{/evidenceFault}}
        <textarea id="f-evidence" name="evidence" maxlength="2000"{{#evidenceFault}} aria-invalid="true" aria-describedby="e-evidence"{{/evidenceFault}}>{{evidence}}</textarea>
        <label for="f-files">证据文件（选填）<span class="hint">照片、录音、文档等，最多{{mostFiles}}个，每个不超过{{mostMegabytes}}兆字节；文件加密保存</span></label>
        {{#filesFault}}<span class="wrong" id="e-files">{{.}}</span>{{/filesFault}}
        <input id="f-files" name="files" type="file" multiple{{#filesFault}} aria-invalid="true" aria-describedby="e-files"{{/filesFault}}>
        </fieldset>
        <fieldset id="f-signing"><legend>三、实名或匿名（必选）</legend>
        {{#objectorFault}}<span class="wrong">{{.}}</span>{{/objectorFault}}
        <label class="choice"><input type="radio" name="signing" value="name" required{{#isRealName}} checked{{/isRealName}}><span>实名<span class="hint">有书面答复；姓名只给受理部门看</span></span></label>
        <label class="choice"><input type="radio" name="signing" value="anonymous"{{#isAnonymous}} checked{{/isAnonymous}}><span>匿名<span class="hint">作为线索先行核实；无书面答复，可凭回执码查询</span></span></label>
        <label for="f-objector">您的姓名<span class="hint">选“实名”的请填写；选“匿名”的请不要填写</span></label>
        <input id="f-objector" name="objectorName" maxlength="60" autocomplete="name" value="{{objector}}"{{#objectorFault}} aria-invalid="true"{{/objectorFault}}>
        <label for="f-contact">联系方式（选填）<span class="hint">电话、邮箱或地址，便于核实和答复</span></label>
        {{#contactFault}}<span class="wrong" id="e-contact">{{.}}</span>{{/contactFault}}
        <input id="f-contact" name="objectorContact" maxlength="120" autocomplete="off" value="{{contact}}"{{#contactFault}} aria-invalid="true" aria-describedby="e-contact"{{/contactFault}}>
        </fieldset>
        <fieldset id="f-addressee"><legend>四、由谁受理</legend>
        {{#addresseeFault}}<span class="wrong">{{.}}</span>{{/addresseeFault}}
        <label class="choice"><input type="radio" name="addressee" value="enterprise"{{#isToEnterprise}} checked{{/isToEnterprise}}><span>企业异议受理部门：{{office}}</span></label>
        <label class="choice"><input type="radio" name="addressee" value="authority"{{#isToAuthority}} checked{{/isToAuthority}}><span>备案机构：{{authority}}<span class="hint">不经过企业</span></span></label>
        </fieldset>
        <p>提交后显示回执码，请记下保存，凭它查询办理情况。</p>
        <button>提交异议</button>
        </form>
        </section>
        """
}
