/// How every page looks: plain, fit for a phone and for paper, nothing loaded from elsewhere.
package enum PageLook {
    /// The style sheet; colours have a contrast of 4.5 : 1 at least, and none carries meaning alone.
    package static let style = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:#f3f2ee;color:#1d1d1b;font:1.0625rem/1.75 "PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:1}
        header,main,footer{max-width:60rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem);background:#fff}
        header{border-top:.375rem solid #a5121c;text-align:center;padding-bottom:.5rem}
        main{padding-top:0;display:flow-root}footer{font-size:.875rem;color:#4d4d48;border-top:1px solid #c9c7bf;overflow-wrap:anywhere}
        h1{font:700 clamp(1.5rem,5vw,2.125rem)/1.4 "Songti SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;margin:.75rem 0 .25rem;text-wrap:balance}
        h2{font-size:1.3125rem;line-height:1.4;margin:2.25rem 0 .75rem;padding-bottom:.375rem;border-bottom:2px solid #a5121c}
        h3{font-size:1.0625rem;margin:1.25rem 0 .25rem}p{margin:.5rem 0}
        a{color:#0b4f9e;text-underline-offset:.2em}a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid #0b4f9e;outline-offset:2px}
        .by{font-size:1.125rem;margin:0 0 .5rem}.lead{margin-top:0}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.25rem,1fr));gap:1px;background:#c9c7bf;border:1px solid #c9c7bf;margin:1rem 0}
        .facts div{background:#fff;padding:.625rem .875rem}.facts dt,.office dt{font-size:.875rem;color:#4d4d48}.facts dd{margin:0;font-weight:700}
        .nowrap{white-space:nowrap}.facts small,td small{font-weight:400;font-size:.875rem;color:#4d4d48;display:block}
        .note,.fault{border-left:.375rem solid #8a5a00;background:#fdf5e2;padding:.625rem .875rem;margin:1rem 0}
        .fault{border-color:#a5121c;background:#fcefee}.fault ul{margin:.25rem 0;padding-left:1.25rem}
        .days{list-style:none;display:flex;flex-wrap:wrap;gap:.375rem;padding:0;margin:.75rem 0}
        .days li{width:5.125rem;min-height:6rem;border:1px solid #8d8b82;padding:.25rem;text-align:center;font-size:.8125rem;line-height:1.45;background:#fff}
        .days b{display:block;font-size:1rem;line-height:1.5}.days .skipped b,.days .start b{font-weight:400}.days time{display:block;font-weight:700}
        .days .counted,.days .makeUp{background:#e4efe4;border-color:#2c6a35}.days .makeUp{border:3px solid #2c6a35;padding:.125rem}
        .days .skipped{background:#efeeea;color:#55534c;border-style:dashed}.days .start{border:3px double #8d8b82;padding:.125rem}
        .days .kept{background:#fdf5e2;border-style:double;border-width:3px;padding:.125rem}
        .days .provisional::after{content:"暂定";display:block;font-weight:700;color:#7a4d00}
        table{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.6}
        caption{text-align:left;font-size:.9375rem;color:#4d4d48;padding-bottom:.375rem}
        th,td{border:1px solid #8d8b82;padding:.5rem .625rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{background:#efeeea;white-space:nowrap}tbody th{white-space:nowrap}tbody th.wrap{white-space:normal}th small{font-weight:400;font-size:.875rem;color:#4d4d48;display:block}
        .tag{display:inline-block;font-size:.8125rem;line-height:1.5;border:1px solid currentColor;border-radius:.2rem;padding:0 .3rem;margin-left:.25rem;color:#7a1018;font-weight:400}
        .offices{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
        .office{border:1px solid #c9c7bf;padding:.75rem 1rem}.office h3{margin-top:0}.office dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:.125rem .75rem}.office dd{margin:0;overflow-wrap:anywhere}
        fieldset{border:1px solid #8d8b82;margin:1.25rem 0;padding:.5rem 1rem 1rem}legend{font-weight:700;padding:0 .375rem}
        label{display:block;font-weight:700;margin-top:.75rem}.choice{font-weight:400;display:grid;grid-template-columns:1.5rem 1fr;gap:.375rem;padding:.375rem 0;margin:0}
        .choice input{width:1.25rem;height:1.25rem;margin:.3rem 0 0}.hint{font-weight:400;font-size:.9375rem;color:#4d4d48;display:block}
        input:not([type=radio]),select,textarea{font:inherit;color:inherit;width:100%;max-width:36rem;min-height:2.75rem;padding:.375rem .625rem;border:1px solid #6d6b63;border-radius:.2rem;background:#fff}
        textarea{min-height:8rem}.wrong{color:#a5121c;font-weight:700;display:block}
        button{font:inherit;font-weight:700;min-height:3rem;padding:.5rem 2rem;border:0;border-radius:.25rem;background:#a5121c;color:#fff;cursor:pointer}
        .code{font:700 clamp(1.75rem,9vw,2.5rem)/1.4 ui-monospace,"DejaVu Sans Mono",monospace;letter-spacing:.12em;text-align:center;border:2px solid #1d1d1b;padding:.75rem;margin:1rem 0}
        .row{display:flex;flex-wrap:wrap;gap:1rem;align-items:end}.row label{margin:0;display:grid}.row input{width:12rem!important}.row select{width:auto;min-width:9rem}.search .row input{width:17rem!important;max-width:100%}.paging{display:flex;gap:1.5rem}
        .digest{font-family:ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        @media(max-width:44rem){
        .cards thead{position:absolute;left:-99rem}.cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block}
        .cards tr{border:1px solid #8d8b82;margin-bottom:.75rem;padding:.375rem .75rem}.cards th,.cards td{border:0;padding:.1875rem 0}
        .cards tbody th{font-size:1.1875rem}.cards td::before{content:attr(data-label);display:block;font-size:.875rem;color:#4d4d48}.cards td:empty,.cards .no{display:none}
        .days{display:grid;grid-template-columns:repeat(auto-fill,minmax(4.5rem,1fr))}.days li{width:auto}}
        @media print{body,header,main,footer{background:#fff;max-width:none;padding-left:0;padding-right:0}header{padding-top:0}.screen,.skip{display:none}
        body{font-size:11pt;line-height:1.55}h2{margin-top:1.25rem;break-after:avoid}tr,.days li,.office{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}.days li,thead th{print-color-adjust:exact}}
        """
}
