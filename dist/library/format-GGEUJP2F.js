import{A as Ie,C as ne,F as P,G as q,H as re,J as _e,K as Ne,L as _,M as U,N as $,O as Y,P as O,Q as je,b as Ee,f as k,g as Le,l as b,o as N,p as v,r as Ae,t as L,u as T,v as Re,w as te,x as Me,y as h,z as Ce}from"./chunk-Y76C7D5V.js";import{t as Fe}from"./chunk-S5IBMGXC.js";import{d as f,e as m}from"./chunk-JGPU3WBK.js";m();m();m();m();function fe({shifts:e},t,n){let r=e.get(t)?.findLast(({start:o})=>o<=n);return Math.max(1,n+(r?.offset??0))}function De({isWhole:e,lines:t,deletedAfter:n},r){return e?r:[...t.map(({start:i,end:s})=>Math.min(Math.max(r,i),s)),...n.map(i=>Math.max(1,i))].sort((i,s)=>Math.abs(i-r)-Math.abs(s-r)||i-s)[0]??r}var Dt=3;function ze(e,t){let{path:n}=e.file,r=t.changes.get(n);if(r===void 0)return;let{line:o}=T(e),i=De(r,o),s=Math.abs(i-o)>Dt;return{line:fe(t,n,s?i:o),isElsewhere:s}}function j(e,t){let{line:n}=T(e);return t===void 0?n:fe(t,e.file.path,n)}m();function A(e,t){return t.length<=e?t:`${t.slice(0,e-1).replace(/\p{Surrogate}$/u,"")}\u2026`}m();function F(e){return e.toSorted((t,n)=>k.indexOf(t.severity)-k.indexOf(n.severity)||+(t.state==="existing")-+(n.state==="existing"))}m();function R({comparison:e,baseline:t}){return e===void 0&&t===void 0?"":"new "}function M(e,t=""){return de(P(e),t)||`no ${t}findings`}function de(e,t=""){return k.filter(r=>e[r]>0).map(r=>p(e[r],`${t}${r}`)).join(", ")}function W(e){let t=zt(e),n=`${p(e.seen,"file")} seen`;if(t.length===0)return`${n}, none read`;let r=t.reduce((o,[,i])=>o+i,0);return`${n}, ${p(r,"document")} read: ${t.map(([o,i])=>`${i} ${o}`).join(", ")}`}function zt(e){return Object.entries(e.documents).filter(([,t])=>t>0)}function H(e){let t=b(e,n=>n.reason);return new Map([...t].sort(([n,r],[o,i])=>i.length-r.length||(n<o?-1:1)))}function p(e,t){return`${e} ${t}${e===1?"":"s"}`}m();function Be(e,t,n){let r=Object.entries(t).filter(([,o])=>o!==void 0).map(([o,i])=>`${o}=${Bt(String(i))}`);return`::${e} ${r.join(",")}::${Pe(n)}`}function Pe(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A")}function Bt(e){return Pe(e).replaceAll(":","%3A").replaceAll(",","%2C")}var Pt={error:9,warning:10,note:10},qt=4096,Ut={error:"error",warning:"warning",note:"notice"};function Yt({findings:e,comparison:t},n){let o=F(e.filter(c=>c.state==="new")).map(c=>Wt(c,t)),i=[],s={error:0,warning:0,note:0},a={error:0,warning:0,note:0};for(let c of k){let u=o.filter(({finding:x})=>x.severity===c),d=u.filter(x=>t===void 0||x.anchor!==void 0),g=d.toSorted((x,S)=>Number(qe(x))-Number(qe(S)));i.push(...g.slice(0,n[c])),s[c]=Math.max(0,d.length-n[c]),a[c]=u.length-d.length}return{shown:i,cut:s,untouched:a}}function Wt(e,t){let n=t&&ze(e.at,t);return n===void 0?{finding:e}:{finding:e,anchor:n}}function qe({anchor:e}){return e?.isElsewhere===!0}function Ue(e=Pt){return t=>{let{shown:n,cut:r,untouched:o}=Yt(t,e),i=n.map(c=>Ht(c,t.comparison)),[s,a]=[r,o].map(c=>de(c));return s&&i.push(`not shown as annotations: ${s} (GitHub keeps 10 of a level per step)`),a&&i.push(`not shown as annotations: ${a} in files that the change does not touch`),i.map(c=>`${c}
`).join("")}}function Ht({finding:e,anchor:t},n){let{line:r,column:o,endLine:i,endColumn:s}=T(e.at),a=r===i&&t?.isElsewhere!==!0?{col:o,endColumn:s}:{};return Be(Ut[e.severity],{file:e.at.file.path,line:t?.line??r,...a,title:e.ruleId},Xt(e,t,n))}function Xt(e,t,n){let r=t?.isElsewhere===!0?`line ${j(e.at,n)}: `:"",o=e.related.map(({at:a,message:c})=>{let u=a.file.text===""?"":`:${j(a,n)}`;return`${h(a.file.path)}${u}: ${h(c)}`}),i=`
${O(e.ruleId)}`,s=[r+h(e.message),...o].join(`
`);return A(qt-i.length,s)+i}m();m();function X({message:e,related:t}){let n=t.map(({at:r,message:o})=>{let i=r.file.text===""?"":`:${T(r).line}`;return`${h(r.file.path)}${i}: ${h(o)}`});return[h(e),...n].join(`
`)}m();var oe=`<?xml version="1.0" encoding="UTF-8"?>
`,Vt=/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,Gt=/[&<>"]|(?<=##)\[|(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u0085]/gu,Kt={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"};function Ye(e){return e.replace(Vt,Ie).replace(Gt,t=>Kt[t]??`&#x${(t.codePointAt(0)??0).toString(16)};`)}function We(e){return e.split(`
`).map(Ye).join(`
`)}function E(e,t,n=""){let r=Object.entries(t).map(([s,a])=>` ${s}="${Ye(String(a))}"`),o=`<${e}${r.join("")}`;if(n==="")return`${o}/>
`;let i=n.startsWith("<");return`${o}>${i?`
${n}`:n}</${e}>
`}var Jt="4.3",Zt={error:"error",warning:"warning",note:"info"};function He(){return({findings:e})=>{let t=[...b(e,({at:n})=>n.file.path)].map(([n,r])=>E("file",{name:n},r.map(Qt).join("")));return oe+E("checkstyle",{version:Jt},t.join(""))}}function Qt(e){let{line:t,column:n}=T(e.at);return E("error",{line:t,column:n,severity:Zt[e.severity],message:X(e),source:`${$}.${e.ruleId}`})}m();var en={error:"critical",warning:"major",note:"info"};function Xe(){return({findings:e})=>{let t=b(e,({at:r,fingerprint:o})=>`${o}\0${r.file.path}`),n=new Map([...t].flatMap(([r,o])=>o.map((i,s)=>[i,Ae(`${r}\0${s}`)])));return U(e.map(r=>tn(r,n.get(r)??"")))}}function tn(e,t){let{first:n,last:r}=te(e.at);return{type:"issue",categories:["Security"],description:X(e),check_name:e.ruleId,fingerprint:t,severity:en[e.severity],location:{path:e.at.file.path,lines:{begin:n,end:r}}}}m();m();m();function ie(e,t){let n=N(t,e);return n===0?e<t?"just ended":"in hours":n>0?`in ${p(n,"day")}`:`${p(-n,"day")} ago`}m();m();var nn=/[@#$]|:(?=\/\/|[\w+-]+:)|(?<=www)\.|(?<=GH)-(?=\d)/gi,rn=/(?<![0-9a-f])[0-9a-f]{7,40}(?![0-9a-f])/g;function w(e){return Ge(e.trim())}function C(e){return`<code>${Ke(e)}</code>`}function Z(e){return e.trim().split(/`([^`]+)`/).map((t,n)=>n%2===1?C(t):Ge(t)).join("")}function Ve(e,t){return`[${e}](${t.replaceAll("(","%28").replaceAll(")","%29")})`}function Ge(e){return Ke(e).replace(rn,"<code>$&</code>")}function Ke(e){return h(e).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replace(nn,"<span>$&</span>").replace(/[\\`*_[\]|~]|^[-+=]|(?<=^\d+)[.)]/g,String.raw`\$&`)}function D(e,t,n){let r=f.byteLength(n(t.length)),o=t.join("");if(f.byteLength(o)<=e)return o;let i=e-r,s=t.findIndex(a=>(i-=f.byteLength(a),i<0));return t.slice(0,s).join("")+n(t.length-s)}var z=90,Je=`| | Ends | Certificate | Place | Used by |
| --: | --- | --- | --- | --- |
`,Ze=3,on=20,sn=365,an=60;function se({certificates:e,now:t}){let n=e.filter(({notAfter:o})=>o<t).length,r=e.filter(o=>o.notAfter>=t&&pe(o,t)).length;return[p(e.length,"certificate"),...n>0?[`${n} ended`]:[],...r>0?[`${r} within ${z} days of the end`]:[]].join(", ")}function Qe({certificates:e,now:t}){return e.some(n=>pe(n,t))}function pe({notAfter:e},t){return Math.abs(N(t,e))<=z}function et({certificates:e,now:t},n,r){let o=e.map((a,c)=>ln(a,c+1,t,n)),i=mn(e,t),s=r-Je.length-f.byteLength(i);return`${Je}${D(s,o,a=>`
\u2026 ${a} more
`)}${i}`}function ln(e,t,n,r){let{notAfter:o,at:i,block:s,blocks:a,usedBy:c}=e,u=`${v(o)}<br>${ie(o,n).replaceAll(" ","&nbsp;")}`,d=a>1?`${r(i)}<br>block ${s} of ${a}`:r(i),g=c.map(x=>`${r(x.at)} ${C(x.field)}`);return`| ${t} | ${u} | ${cn(e)} | ${d} | ${tt(g,"<br>")} |
`}function cn({subject:e,names:t,kind:n,key:r,issuer:o}){let i=t.filter(c=>c!==e).map(w),s=i.length>0?` (${tt(i,", ")})`:"",a=n==="root"?"":`, issued by ${w(o)}`;return`${w(e)}${s}<br>${n}, ${w(r)}${a}`}function tt(e,t){let n=e.length-Ze;return[...e.slice(0,Ze),...n>0?[`and ${n} more`]:[]].join(t)}function mn(e,t){let n=e.map((r,o)=>({certificate:r,number:o+1})).filter(({certificate:r})=>{let o=N(t,r.notAfter);return o>=-z&&o<=sn}).slice(0,on).map(({certificate:r,number:o})=>`    ${o} ${un(r)} ${fn(r,t)}
`);return n.length===0?"":`
\`\`\`mermaid
gantt
    dateFormat YYYY-MM-DD
    axisFormat %Y-%m-%d
${n.join("")}\`\`\`
`}function un({subject:e}){let t=e.replace(/[^\p{L}\p{N}._*-]+/gu," ").trim();return A(an,t)}function fn(e,t){let{notAfter:n}=e,[r,o]=(n<t?[n,t]:[t,n]).map(v);return`:${n<t?"crit, ":pe(e,t)?"active, ":""}${r}, ${r===o?"1d":o}`}m();function Q({notAfter:e},t){return e<t?"ended":N(t,e)<=z?"soon":"later"}m();m();var dn=30,he=40,pn=40,hn="January February March April May June July August September October November December".split(" ");function ge(e){return`${hn[e.getUTCMonth()]??""} ${e.getUTCFullYear()}`}function rt(e,t){let n=e.filter(({notAfter:c})=>t(c)),r=n.length>dn,o=new Set(n.map(({notAfter:c})=>c.getUTCFullYear())),s=[...b([...e.entries()],([c,{notAfter:u}])=>{let d=u.getUTCFullYear();return t(u)?r?ge(u):`certificate ${c}`:o.has(d)?`rest of ${d}`:String(d)})].map(([c,u])=>nt(c,u.map(([,d])=>d)));if(s.length<=he)return s;let a=s.slice(he-1).flatMap(c=>c.certificates);return[...s.slice(0,he-1),nt("later",a)]}function nt(e,t){let[n,r]=t;return n===void 0||r!==void 0?{label:`${e}: ${p(t.length,"certificate")}`,certificates:t}:{label:A(pn,`${v(n.notAfter)} ${n.subject}`),certificates:t}}m();var ee=class{markup;constructor(t){this.markup=t}};function l(e,...t){let n=e.map(r=>r.replace(/\s*\n\s*/g,`
`));return n.push(n.pop()?.replace(/ $/,`
`)??""),new ee(String.raw({raw:n},...t.map(gn)))}function $e(e,t){return new ee(`<${e}>${t}</${e}>`)}function gn(e){return e===void 0?"":e instanceof ee?e.markup:typeof e=="object"?e.map(({markup:t})=>t).join(""):typeof e=="number"?String(e):bn(e)}var $n={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","#":"&#35;",":":"&#58;"},xn=/[&<>"']|([#:])(?=[\ufe0e\ufe0f]*\1)/g;function bn(e){return h(e).replace(xn,t=>$n[t]??t)}var wn=92,yn=15,vn=366,xe=30,ae=34;function st(e,t){let n=kn(t,e[0]?.notAfter??t),r=rt(e,s=>n.covers(s)),o=ae+r.length*xe,i=[n.from,n.to].map(s=>v(new Date(s))).join(" to ");return l`<div class="timeline">
    <svg role="img" aria-labelledby="timeline-title" height="${o}">
      <title id="timeline-title">When certificates end, ${i}. The table below says the same in words.</title>
      <defs>
        <path id="mark-ended" d="M-5-5 5 5M5-5-5 5" />
        <path id="mark-soon" d="M0-6 6 5H-6Z" />
        <circle id="mark-later" r="4" />
        <path id="mark-beyond" d="M-4-5 3 0-4 5" />
        <path id="mark-before" d="M4-5-3 0 4 5" />
      </defs>
      ${Tn(n,o)}
      <line class="today" x1="${n.at(t)}%" x2="${n.at(t)}%" y1="16" y2="${o}" />
      <text class="today" x="${n.at(t)}%" y="11">today</text>
      <g class="rows">${r.map((s,a)=>Sn(s,it(a),n,t))}</g>
    </svg>
    <svg class="labels" aria-hidden="true" height="${o}">
      ${r.map(({label:s},a)=>l`<text y="${it(a)+4}">${s}</text> `)}
    </svg>
  </div> `}function kn(e,t){let n=t<e?wn:yn,r=e.getTime()-n*864e5,o=e.getTime()+vn*864e5,i=s=>Math.min(Math.max(s.getTime(),r),o);return{from:r,to:o,at:s=>Math.round((2+96*(i(s)-r)/(o-r))*100)/100,covers:s=>s.getTime()>=r&&s.getTime()<=o}}function it(e){return ae+e*xe+xe/2}function Tn({from:e,to:t,at:n},r){let o=new Date(e),i=[];for(let s=o.getUTCMonth()+1;;s+=1){let a=new Date(Date.UTC(o.getUTCFullYear(),s,1));if(a.getTime()>t)break;let c=n(a);if(i.push(l`<line class="month" x1="${c}%" x2="${c}%" y1="${ae-4}" y2="${r}" /> `),a.getUTCMonth()%3===0){let u=a.getUTCMonth()%6===0?"month":"month quarter",[d="",g=""]=ge(a).split(" ");i.push(l`<text class="${u}" x="${c}%" y="${ae-8}">${d.slice(0,3)} ${g}</text> `)}}return l`${i}`}function Sn({certificates:e},t,n,r){let o=e.at(-1);if(o===void 0)return l``;let i=o.notAfter<r?e[0]??o:o,s=new Map(e.map(a=>{let c=n.at(a.notAfter),u=Q(a,r);return[`${u} ${c}`,{x:c,status:u,shape:On(a,u,n)}]}));return l`<line
      class="${Q(i,r)}"
      x1="${n.at(r)}%"
      x2="${n.at(i.notAfter)}%"
      y1="${t}"
      y2="${t}"
    />
    ${[...s.values()].map(({x:a,status:c,shape:u})=>l`<use class="${c}" href="#mark-${u}" x="${a}%" y="${t}" /> `)}`}function On({notAfter:e},t,n){return n.covers(e)?t:e.getTime()<n.from?"before":"beyond"}var at=5,En={ended:"ended",soon:"ends soon",later:"ends later"};function ct(e,t){let{certificates:n,now:r}=e;return n.length===0?l``:l`<section id="certificates" aria-labelledby="certificates-title">
    <h2 id="certificates-title">Certificates</h2>
    <p class="lead">${se(e)}</p>
    <p class="key">
      <span class="status ended">ended</span> <span class="status soon">ends within ${z} days</span>
      <span class="status later">ends later</span>
    </p>
    ${st(n,r)}
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Ends</th>
          <th role="columnheader" scope="col">Certificate</th>
          <th role="columnheader" scope="col">Stands in</th>
          <th role="columnheader" scope="col">Used by</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${n.map(o=>Ln(o,r,t))}
      </tbody>
    </table>
  </section> `}function Ln(e,t,n){let{subject:r,names:o,kind:i,key:s,issuer:a,notAfter:c,at:u,block:d,blocks:g,usedBy:x}=e,S=Q(e,t),y=o.filter(I=>I!==r).map(I=>l`<code>${I}</code>`),J=x.map(I=>l`${n.place(I.at)} <code>${I.field}</code>`);return l`<tr role="row">
    <td role="cell">
      <time datetime="${c.toISOString()}">${v(c)}</time><br />${ie(c,t)}<br /><span
        class="status ${S}"
        >${En[S]}</span
      >
    </td>
    <td role="cell">
      <strong>${r}</strong><br />${i},
      ${s}${i==="root"?void 0:l`, issued by ${a}`}${y.length>0?l`<br />${lt(y,l`, `)}`:void 0}
    </td>
    <td role="cell">${n.place(u)}${g>1?l`<br />block ${d} of ${g}`:void 0}</td>
    <td role="cell">${J.length>0?lt(J,l`<br />`):"nothing here"}</td>
  </tr> `}function lt(e,t){let n=e.length-at,r=e.slice(0,at).flatMap((o,i)=>i===0?[o]:[t,o]);return l`${r}${n>0?l` and ${n} more`:void 0}`}m();m();m();function V(e){return e.replace(/\p{Surrogate}/gu,"\uFFFD").split("/").map(encodeURIComponent).join("/")}function B(e){let[t="",...n]=e.split("/");return l`${t}${n.map(r=>l`/<wbr />${r}`)}`}function mt({comparison:e},t){let n=o=>o.file.text===""?void 0:j(o,e),r=(o,i)=>{if(t===void 0)return i;let s=n(o);return l`<a href="${t}/${V(o.file.path)}${s===void 0?"":`#L${s}`}">${i}</a>`};return{lineOf:n,place(o){let i=n(o);return r(o,l`<code class="path">${B(o.file.path)}${i===void 0?void 0:`:${i}`}</code>`)},lineAndColumn(o){let i=n(o);return i===void 0?l``:r(o,l`line ${i}, column ${L(o).column}`)}}}function ft(e){let t=P(e),n=k.filter(s=>t[s]>0).map(s=>ut("severity",s,t[s],l`<span class="severity ${s}">${s}</span>`)),r=new Set(e.map(({state:s})=>s)).size>1,o=["new","existing"].map(s=>{let a=e.filter(c=>c.state===s).length;return ut("state",s,a,l`${s==="new"?"new":"not new"}`)}),i=[...new Set(e.map(({ruleId:s})=>s))].sort();return l`<form id="filters" role="search" aria-label="Filter the findings" hidden>
    <fieldset>
      <legend>Severity</legend>
      ${n}
    </fieldset>
    ${r?l`<fieldset>
          <legend>State</legend>
          ${o}
        </fieldset> `:void 0}<label class="field"
      >Rule
      <select name="rule">
        <option value="">all rules</option>
        ${i.map(s=>l`<option>${s}</option>`)}
      </select></label
    >
    <label class="field"
      >File <input name="file" type="search" placeholder="part of a path" autocomplete="off" spellcheck="false"
    /></label>
    <label class="field"
      >Text
      <input name="text" type="search" placeholder="words" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"
    /></label>
    <button type="reset">Show all</button>
    <output id="shown" aria-live="polite">${p(e.length,"finding")}</output>
  </form> `}function ut(e,t,n,r){return l`<label class="choice"
    ><input type="checkbox" name="${e}" value="${t}" checked /> ${r}
    <span class="count">${n}</span></label
  >`}function dt(e){if(e.length<2)return l``;let t=e.map(({id:n,path:r,findings:o})=>l`<li><a href="#${n}">${B(r)}</a> <span class="count">${o.length}</span></li> `);return l`<nav class="files" aria-labelledby="files-title">
    <h2 id="files-title">Files</h2>
    <ol>
      ${t}
    </ol>
  </nav> `}m();var be=`
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const unfold = () => {
    const target = document.querySelector(':target');
    const folded = target && target.closest('details:not([open])');
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();
  if (!form) return;

  const files = [...document.querySelectorAll('details.file')].map(element => ({
    element,
    path: element.dataset.path.toLowerCase(),
    link: document.querySelector('nav.files a[href="#' + element.id + '"]'),
    findings: [...element.querySelectorAll('li.finding')].map(item => ({ item, text: undefined })),
  }));
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = document.getElementById('shown');
  const none = document.getElementById('none');
  const fields = form.elements;
  const chosen = name => new Set([...form.querySelectorAll('[name=' + name + ']:checked')].map(box => box.value));

  const apply = () => {
    const [severities, states] = [chosen('severity'), chosen('state')];
    const rule = fields.rule.value;
    const part = fields.file.value.trim().toLowerCase();
    const words = fields.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const { element, path, link, findings } of files) {
      let inFile = 0;
      for (const finding of findings) {
        const { severity, state, rule: id } = finding.item.dataset;
        let matches = severities.has(severity) && (!fields.state || states.has(state));
        matches = matches && (rule === '' || id === rule) && path.includes(part);
        if (matches && words.length > 0) {
          finding.text ??= finding.item.textContent.toLowerCase() + ' ' + path;
          matches = words.every(word => finding.text.includes(word));
        }
        if (finding.item.hidden === matches) finding.item.hidden = !matches;
        if (matches) inFile += 1;
      }
      element.hidden = inFile === 0;
      if (link) link.parentElement.hidden = inFile === 0;
      count += inFile;
    }
    shown.value = (count === total ? '' : count + ' of ') + total + (total === 1 ? ' finding' : ' findings');
    none.hidden = count > 0;
  };

  let waiting = 0;
  form.hidden = false;
  form.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  });
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  document.addEventListener('keydown', event => {
    const isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    fields.text.focus();
  });
  apply();
})();
`;m();m();function we(e,t,{lineOf:n}){let r=n(e);if(r===void 0)return l``;let[o,i,s]=An(ne(e,t));return l`<pre
    class="frame"
  ><span class="number">${r}</span><code>${o}<mark>${i}</mark>${s}</code></pre> `}function An({text:e,caretStart:t,caretLength:n}){let r=pt(e,t),o=pt(e,t+n);return[e.slice(0,r),e.slice(r,o),e.slice(o)]}function pt(e,t){let[n,r]=[0,0];for(let o of e){if(r+=Ce(o),r>t)break;n+=o.length}return n}m();function G(e){let t=e.trim().split(/`([^`]+)`/);return l`${t.map((n,r)=>r%2===1?l`<code>${n}</code>`:l`${n}`)}`}function gt(e){return l`${e.split(/\n{2,}/).map(Rn)}`}function Rn(e){if(!e.startsWith("- "))return l`<p>${ht(e)}</p> `;let t=e.slice(2).split(/\n- /);return l`<ul>
    ${t.map(n=>l`<li>${ht(n)}</li>`)}
  </ul> `}function ht(e){let t=e.replace(/\s*\n\s*/g," ").split(/(`[^`]+`|\*\*[^*`]+\*\*)/);return l`${t.map(n=>n.startsWith("`")&&n.length>1?l`<code>${n.slice(1,-1)}</code>`:n.startsWith("**")&&n.length>4?l`<strong>${n.slice(2,-2)}</strong>`:l`${n}`)}`}var Mn=20;function ye(e,t){return[...b(e,r=>r.at.file.path)].map(([r,o],i)=>({id:`${t}-${i+1}`,path:r,findings:o}))}function ve(e,t,n){let r=new _(t.secrets),o=e.map(({id:i,path:s,findings:a})=>l`<details class="file" id="${i}" data-path="${s}" open>
        <summary>
          <h3>${B(s)}</h3>
          <span class="counts">${M(a)}</span>
        </summary>
        <ol>
          ${a.map(c=>Cn(c,r,n))}
        </ol>
      </details> `);return l`${o}`}function Cn(e,t,n){let{ruleId:r,severity:o,state:i,message:s,at:a,fix:c}=e;return l`<li class="finding" data-severity="${o}" data-rule="${r}" data-state="${i}">
    <p class="origin">
      <span class="severity ${o}">${o}</span> <a class="rule" href="#rule-${r}">${r}</a>
      <span class="line">${n.lineAndColumn(a)}</span>
    </p>
    <h4>${G(s)}</h4>
    ${we(a,t,n)}${In(e,t,n)}${c&&l`<p class="fix"><strong>${c.isSafe?"Fix":"Unsafe fix"}:</strong> ${G(c.title)}</p> `}
  </li> `}function In({related:e},t,n){if(e.length===0)return;let r=e.slice(0,Mn).map(({at:i,message:s})=>l`<li>${G(s)} ${n.place(i)} ${we(i,t,n)}</li> `),o=e.length-r.length;return l`<ul class="related">
    ${r}${o>0?l`<li>… ${o} more</li> `:void 0}
  </ul> `}m();function $t({ignored:e},t){if(e.length===0)return l``;let n=e.map(({finding:r,reason:o,at:i})=>l`<li>
        <p class="origin">
          <span class="severity ${r.severity}">${r.severity}</span>
          <a class="rule" href="#rule-${r.ruleId}">${r.ruleId}</a> ${t.place(r.at)}
        </p>
        <p>${G(r.message)}</p>
        <p class="reason"><strong>Reason:</strong> ${o} <span class="line">(${t.lineAndColumn(i)})</span></p>
      </li> `);return l`<section id="ignored" aria-labelledby="ignored-title">
    <h2 id="ignored-title">Ignored</h2>
    <p class="lead">${p(e.length,"finding")} taken out by comments, which give these reasons.</p>
    <ul class="plain">
      ${n}
    </ul>
  </section> `}function xt({unread:e}){if(e.length===0)return l``;let t=[...H(e)].map(([n,r])=>l`<h3>${n}</h3>
        <ul class="paths">
          ${r.map(({path:o})=>l`<li><code class="path">${B(o)}</code></li> `)}
        </ul> `);return l`<section id="unread" aria-labelledby="unread-title">
    <h2 id="unread-title">Not read</h2>
    <p class="lead">Nothing is known of what stands there.</p>
    ${t}
  </section> `}function bt(e){let t=new Map,n=[...e.findings,...e.ignored.map(({finding:o})=>o)];for(let{ruleId:o}of n)t.set(o,(t.get(o)??0)+1);let r=e.rules.filter(({id:o})=>t.has(o));return r.length===0?l``:l`<section id="rules" aria-labelledby="rules-title">
    <h2 id="rules-title">Rules</h2>
    <p class="lead">Why each of these matters, and what to do about it.</p>
    ${r.map(o=>_n(o,t.get(o.id)??0))}
  </section> `}function _n({id:e,severity:t,summary:n,explanation:r},o){return l`<details class="about">
    <summary>
      <h3>${e}</h3>
      <span class="counts">${p(o,"finding")}</span> <span class="summary">${n}</span>
    </summary>
    <div id="rule-${e}" tabindex="-1">
      ${gt(r)}
      <p>By default: ${t}. <a href="${O(e)}" rel="noreferrer">Its page, with examples</a></p>
    </div>
  </details> `}m();m();var wt=`
#filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin: 0 0 1rem; padding: .75rem 0; background: var(--page); border-bottom: 1px solid var(--line); font-size: .875rem; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0; padding: 0; border: 0; min-width: 0; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.choice { display: inline-flex; align-items: center; gap: .35rem; min-height: 1.75rem; cursor: pointer; }
.choice input { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0; }
.field { display: inline-flex; align-items: center; gap: .4rem; color: var(--quiet); min-width: 0; }
.field input, .field select, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--strong-line); border-radius: 6px; padding: .25rem .5rem; min-width: 0; min-height: 2rem; }
.field input { width: 9.5rem; }
.field select { max-width: 13rem; }
.field input::placeholder { color: var(--quiet); opacity: 1; }
button { cursor: pointer; padding: .25rem .75rem; }
button:hover { background: var(--surface); }
#shown { color: var(--quiet); margin-left: auto; font-variant-numeric: tabular-nums; }
@media (max-width: 47.99rem), (max-height: 31.99rem) {
  #filters { position: static; }
}
@media (max-width: 47.99rem) {
  .field { flex: 1 1 100%; }
  .field input, .field select { flex: 1; width: auto; max-width: none; }
  header, .columns, footer { padding-left: 1rem; padding-right: 1rem; }
}
@media (min-width: 48rem) and (min-height: 32rem) {
  #findings :is(.file, .file a, .file summary) { scroll-margin-top: 6.5rem; }
}

.severity, .status { font-weight: 600; white-space: nowrap; }
.severity.error, .status.ended { color: var(--error); }
.severity.warning, .status.soon { color: var(--warning); }
.severity.note { color: var(--note); }
.status.later { color: var(--quiet); }
.severity::before, .status::before { display: inline-block; width: 1.15em; font-weight: 400; }
.severity.error::before, .status.ended::before { content: "\\2715"; content: "\\2715" / ""; }
.severity.warning::before, .status.soon::before { content: "\\25b2"; content: "\\25b2" / ""; }
.severity.note::before, .status.later::before { content: "\\25cf"; content: "\\25cf" / ""; }

.file { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.file > summary, .about > summary { display: grid; grid-template-columns: .75rem minmax(0, 1fr) auto; align-items: baseline; gap: .125rem .5rem; padding: .6rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\203a"; content: "\\203a" / ""; color: var(--quiet); font-size: 1.125rem; line-height: 1; text-align: center; }
[open] > summary::before { transform: rotate(90deg); }
.file > summary { background: var(--surface); border-radius: 7px; }
.file[open] > summary { border-radius: 7px 7px 0 0; border-bottom: 1px solid var(--line); }
summary h3 { font: 600 .9375rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.counts { color: var(--quiet); font-size: .875rem; }
.file ol, ul.plain { list-style: none; margin: 0; padding: 0; }
.finding, ul.plain > li { padding: 1rem; }
.finding + .finding, ul.plain > li + li { border-top: 1px solid var(--line); }
.finding h4 { font-size: 1rem; font-weight: 500; overflow-wrap: anywhere; }
.origin { display: flex; flex-wrap: wrap; gap: 0 .875rem; margin: 0 0 .2rem; font-size: .875rem; }
.line { color: var(--quiet); }
.frame { display: flex; margin: .6rem 0 0; padding: .5rem .75rem; background: var(--surface); border-radius: 6px; font-size: .8125rem; line-height: 1.6; tab-size: 4; }
.frame .number { flex: none; min-width: 2ch; padding-right: 1rem; text-align: right; color: var(--quiet); user-select: none; }
.frame code { font-size: inherit; white-space: pre-wrap; word-break: break-all; min-width: 0; }
mark { color: var(--text); background: var(--note-tint); border-radius: 2px; box-shadow: 0 2px 0 var(--note); }
mark:empty { padding-right: .5ch; }
.finding[data-severity="error"] > .frame mark { background: var(--error-tint); box-shadow: 0 2px 0 var(--error); }
.finding[data-severity="warning"] > .frame mark { background: var(--warning-tint); box-shadow: 0 2px 0 var(--warning); }
.related { list-style: none; margin: .75rem 0 0; padding: 0; font-size: .9375rem; overflow-wrap: anywhere; }
.related > li { margin-top: .5rem; }
.path { color: var(--quiet); font-size: .8125rem; overflow-wrap: anywhere; }
.fix { margin: .75rem 0 0; font-size: .9375rem; }
#existing .file { border-style: dashed; }

.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.timeline { display: grid; grid-template-columns: 36% 64%; margin: 0 0 1rem; }
.timeline svg { display: block; width: 100%; grid-row: 1; grid-column: 2; font: .75rem/1 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.timeline .labels { grid-column: 1; overflow: visible; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.timeline text { fill: var(--text); stroke: var(--page); stroke-width: 4px; paint-order: stroke; }
.timeline text.month, .timeline text.today { fill: var(--quiet); text-anchor: middle; }
.timeline text.today { font-weight: 600; }
.timeline line { stroke-width: 2; stroke: var(--strong-line); }
.timeline line.month { stroke: var(--line); stroke-width: 1; }
.timeline line.today { stroke: var(--strong-line); stroke-width: 1; stroke-dasharray: 3 3; }
.timeline line.ended { stroke: var(--error); }
.timeline line.soon { stroke: var(--warning); }
.timeline use { fill: var(--strong-line); stroke: var(--page); stroke-width: 1.5; paint-order: stroke; }
.timeline use.soon { fill: var(--warning); }
.timeline use.ended, .timeline use[href="#mark-before"] { fill: none; stroke: var(--error); stroke-width: 2.5; }
.timeline use[href="#mark-beyond"] { fill: none; stroke: var(--strong-line); stroke-width: 2; }
@media screen and (max-width: 47.99rem) {
  .timeline { grid-template-columns: 100%; }
  .timeline svg, .timeline .labels { grid-column: 1; }
  .timeline .rows { transform: translateY(7px); }
  .timeline .labels text { transform: translateY(-8px); }
  .timeline text.quarter { display: none; }
}

table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45; }
th { text-align: left; font-weight: 600; color: var(--quiet); }
th, td { padding: .6rem 1rem .6rem 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
th:nth-child(2) { width: 32%; }
@media screen and (max-width: 47.99rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  td { padding: .15rem 0; border: 0; }
  tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
  td:first-child { display: flex; gap: .75rem; }
  td:first-child br { display: none; }
  td:nth-child(3)::before, td:nth-child(4)::before { color: var(--quiet); }
  td:nth-child(3)::before { content: "stands in "; }
  td:nth-child(4)::before { content: "used by "; }
}

.reason { overflow-wrap: anywhere; }
.paths { padding-left: 1.25rem; }
#unread h3 { font-size: 1rem; font-weight: 600; }
.about { border-bottom: 1px solid var(--line); }
.about > summary { padding: .6rem 0; }
.about .summary { grid-column: 2 / -1; color: var(--quiet); }
.about > div { scroll-margin-top: 5.5rem; max-width: 46rem; padding: 0 0 1rem 1.25rem; }
`;var Nn=`
:root {
  color-scheme: light dark;
  --page: #fff; --surface: #f6f7f9; --line: #d8dce2; --strong-line: #868e99;
  --text: #1a1e24; --quiet: #565e69; --link: #0a53be; --focus: #0a53be;
  --error: #b3261e; --error-tint: #fbe3e1; --warning: #7d4e00; --warning-tint: #fbedcb;
  --note: #0b5394; --note-tint: #deebf8; --good: #1b6b3a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #101317; --surface: #181c22; --line: #2e353f; --strong-line: #79838f;
    --text: #e4e7ec; --quiet: #9fa8b4; --link: #8ab8ff; --focus: #8ab8ff;
    --error: #ff9a90; --error-tint: #4a1d19; --warning: #f0bf66; --warning-tint: #42300b;
    --note: #8fc3f7; --note-tint: #15334f; --good: #7fd39b;
  }
}
`,jn=`
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
code, pre, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code { font-size: .875em; overflow-wrap: anywhere; }
h1, h2, h3, h4 { margin: 0; line-height: 1.3; text-wrap: pretty; }
p, ul, ol { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus { outline: none; }
header, .columns, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
footer { margin-top: 3rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--page); z-index: 2; }
.skip:focus { top: 1rem; }

header { padding-top: 2.5rem; }
.product { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; }
.product strong { color: var(--text); }
h1 { font-size: clamp(1.75rem, 4vw, 2.5rem); letter-spacing: -.02em; font-weight: 650; }
h1.clean::before { content: "\\2713\\a0"; content: "\\2713\\a0" / ""; color: var(--good); }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; list-style: none; margin: 1.25rem 0; padding: 0; }
.tiles li { display: flex; align-items: baseline; gap: .5rem; }
.tiles li > strong { font-size: 1.75rem; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.tiles li.zero, .tiles li.zero .severity { color: var(--quiet); }
.tiles .severity { font-size: .9375rem; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 1.5rem 0 0; padding: .75rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.count { color: var(--quiet); font-size: .875em; font-variant-numeric: tabular-nums; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; }
nav.files { display: none; }
@media (min-width: 64rem) {
  .columns:has(> nav.files) { grid-template-columns: 17rem minmax(0, 1fr); }
  nav.files { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2rem .5rem 2rem 2px; scrollbar-width: thin; }
}
nav.files h2 { font-size: .875rem; color: var(--quiet); font-weight: 600; }
nav.files ol { list-style: none; padding: 0; font-size: .8125rem; line-height: 1.4; }
nav.files li { display: flex; gap: .75rem; justify-content: space-between; padding: .25rem 0; }
nav.files a { overflow-wrap: anywhere; color: inherit; text-decoration: none; }
nav.files a:hover { text-decoration: underline; }
main > section { padding-top: 2rem; }
h2 { font-size: 1.375rem; letter-spacing: -.01em; margin-bottom: .25rem; }
.lead { color: var(--quiet); margin: .25rem 0 1rem; }
`,Fn=`
@page { margin: 14mm 12mm; }
@media print {
  html { font-size: 9.5pt; }
  h2 { margin-bottom: .5rem; }
  .finding, ul.plain > li { padding: .75rem 1rem; }
  .file > summary, .about > summary { grid-template-columns: minmax(0, 1fr) auto; }
  summary::before { display: none; }
  .about .summary { grid-column: 1 / -1; }
  .about > div { padding-left: 0; }
  .about a::after { content: " (" attr(href) ")"; }
  header, .columns, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { padding-top: 0; }
  .columns, .columns:has(> nav.files) { display: block; }
  form, .skip, nav, nav.files { display: none !important; }
  .file { content-visibility: visible; }
  details::details-content { content-visibility: visible; block-size: auto; height: auto; opacity: 1; }
  .finding, tr, .about { break-inside: avoid; }
  .file > summary, h2, h3, h4, .origin, .lead, .key { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  mark, .frame { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`,ke=Nn+jn+wt+Fn;m();m();function K({stale:e}){let t=e.reduce((o,i)=>o+i.count,0);if(t===0)return;let[n,r]=t===1?["is","it"]:["are","them"];return`${p(t,"finding")} of the baseline ${n} gone: promsec --baseline --prune drops ${r}`}function le({rule:e,severity:t,count:n}){return`${p(n,t)} of ${e}`}function yt(e,t){let{findings:n,comparison:r,repository:o,now:i}=e,s=n.filter(({state:u})=>u==="new"),a=k.find(u=>s.some(d=>d.severity===u)),c=o===void 0?void 0:l`, ${o}`;return l`<header>
    <p class="product">
      <strong>${$}</strong> ${t}, <time datetime="${i.toISOString()}">${v(i)}</time>${c}
    </p>
    <h1 class="${a??(re(e)?"blank":"clean")}">${zn(e)}</h1>
    ${a===void 0?void 0:Bn(P(s))}
    ${r&&Pn(r)}${Dn(e)}${qn(r)}${Un(e)}
  </header>`}function Dn(e){let{withoutBase:t,shard:n,baseline:r,files:o}=e,i=re(e)&&l`<p>No Prometheus configuration was found in ${p(o.seen,"file")}.</p> `,s=r&&K(r),a=r&&l`<p>What <code>${r.file}</code> has does not count.${s&&` ${s}.`}</p> `,c=t&&l`<p>Everything counts, what stood there before too: ${t}.</p> `,u=n&&l`<p>This is part ${n.index} of ${n.count}: other files are in the other parts.</p> `;return l`${i||void 0}${a}${c}${u}`}function zn(e){let t=e.findings.filter(({state:r})=>r==="new"),n=R(e);return t.length===0&&re(e)?"Nothing to judge":t.length===0?`No ${n}findings`:`${p(t.length,`${n}finding`)} in ${p(q(t).length,"file")}`}function Bn(e){let t=k.map(n=>{let r=e[n];return l`<li class="${r>0?n:"zero"}">
      <strong>${r}</strong> <span class="severity ${n}">${n}${r===1?"":"s"}</span>
    </li> `});return l`<ul class="tiles" aria-label="Findings by severity">
    ${t}
  </ul> `}function Pn({scope:e,base:t,fixed:n,isUntouched:r}){if(r)return l`<p>Nothing that ${$} reads is other than in ${t}, so that nothing was judged.</p> `;let o=e==="new"?"what is not in":"what stands on lines that are other than in",i=n>0?` ${p(n,"finding")} of the base ${n===1?"is":"are"} gone.`:"";return l`<p>Only ${o} <code>${t}</code> counts.${i}</p> `}function qn(e){if(!(e===void 0||e.policyChanges.length===0))return l`<p>The change alters what counts:</p>
    <ul>
      ${e.policyChanges.map(t=>l`<li>${t}</li>`)}
    </ul> `}function Un({findings:e,certificates:t,ignored:n,unread:r}){let o=e.filter(({state:a})=>a==="existing").length,s=[["findings","Findings",e.length-o],["existing","Not new",o],["certificates","Certificates",t.length],["ignored","Ignored",n.length],["unread","Not read",r.length],["rules","Rules",new Set([...e,...n.map(({finding:a})=>a)].map(({ruleId:a})=>a)).size]].filter(([,,a])=>a>0).map(([a,c,u])=>l`<li><a href="#${a}">${c}</a> <span class="count">${u}</span></li> `);return s.length===0?l``:l`<nav aria-label="Contents">
    <ul>
      ${s}
    </ul>
  </nav> `}function vt({version:e,commit:t}){return n=>Yn(n,e,t).markup}function Yn(e,t,n){let{findings:r,files:o,now:i,comparison:s}=e,a=mt(e,n),[c,u]=["new","existing"].map(x=>r.filter(S=>S.state===x)),d=ye(c??[],"file"),g=ye(u??[],"file-before");return l`<!doctype html>
    <html lang="en">
      ${Wn(`${$}: ${M(c??[],R(e))}`,t)}
      <body>
        <a class="skip" href="#content">Skip to the findings</a>
        ${yt(e,t)}
        <div class="columns">
          ${dt(d)}
          <main id="content" tabindex="-1">
            ${Xn(d,e,a)} ${Vn(g,e,a)}
            ${ct(e,a)}${$t(e,a)}
            ${xt(e)}${bt(e)}
          </main>
        </div>
        <footer>
          <p>
            ${s?.isUntouched===!0?void 0:`${W(o)}. `}Dates are compared with
            ${v(i)}. Made by <a href="${Y}">${$} ${t}</a>.
          </p>
        </footer>
        ${$e("script",be)}
      </body>
    </html> `}function Wn(e,t){return l`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${Hn()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="generator" content="${$} ${t}" />
    <title>${e}</title>
    ${$e("style",ke)}
  </head>`}function Hn(){let[e,t]=[ke,be].map(n=>`'sha256-${f.from(Fe(f.from(n))).toString("base64")}'`);return`default-src 'none'; style-src ${e}; script-src ${t}; base-uri 'none'; form-action 'none'`}function Xn(e,t,n){let{findings:r}=t;if(r.length!==0)return l`<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">${R(t)===""?"Findings":"New findings"}</h2>
    ${e.length===0?l`<p class="lead">There are none.</p>`:void 0}${ft(r)}
    ${ve(e,t,n)}
    <p id="none" hidden>No finding is like that.</p>
  </section>`}function Vn(e,t,n){if(e.length!==0)return l`<section id="existing" aria-labelledby="existing-title">
    <h2 id="existing-title">Not new</h2>
    <p class="lead">These stood there before, and do not count.</p>
    ${ve(e,t,n)}
  </section>`}m();m();var Gn={error:"1;31",warning:"1;33",note:"1;36",strong:"1",gutter:"1;34"};function ce(e){return(t,n)=>e?`\x1B[${Gn[t]}m${n}\x1B[0m`:n}m();function me(e,t,n){let r=[e.at,...e.related.map(c=>c.at)],o=Math.max(...r.map(c=>String(L(c).line).length)),s=[`${n(e.severity,`${e.severity}[${e.ruleId}]`)}${n("strong",`: ${h(e.message)}`)}`,...kt(e.at,t,n,e.severity,o)];for(let c of e.related)s.push(`${n("note","note")}: ${h(c.message)}`,...kt(c.at,t,n,"note",o));let a=c=>`${" ".repeat(o)} ${n("gutter","=")} ${c}`;return e.fix!==void 0&&s.push(a(`${e.fix.isSafe?"fix":"unsafe fix"}: ${h(e.fix.title)}`)),e.state==="existing"&&s.push(a("it is not new: it stood there before")),s.join(`
`)}function kt(e,t,n,r,o){let{line:i,column:s}=L(e),a=`${" ".repeat(o)}${n("gutter","-->")} ${h(e.file.path)}`;if(e.file.text==="")return[a];let c=ne(e,t),u=g=>n("gutter",`${g.padStart(o)} |`),d=`${" ".repeat(c.caretStart)}${n(r,"^".repeat(c.caretLength))}`;return[`${a}:${i}:${s}`,u(""),`${u(String(i))} ${c.text}`.trimEnd(),`${u("")} ${d}`]}function Tt(){return e=>{let t=new _(e.secrets),n=b(Kn(e),({finding:u})=>u.ruleId),r=e.rules.map(({id:u})=>Qn(u,n.get(u)??[],t)),o=St([...n.values()].flat()),i=e.rules.filter(({id:u})=>!n.has(u)).length,{tests:s,failures:a,errors:c}={...o,tests:o.tests+i};return oe+E("testsuites",{name:$,tests:s,failures:a,errors:c},r.join(""))}}function Kn({findings:e,ignored:t,judgedBy:n}){let r=n?.failOn??"error";return[...e.map(o=>({finding:o,outcome:Jn(o,r)})),...t.map(o=>({finding:o.finding,outcome:Zn(o)}))]}function Jn({ruleId:e,message:t,severity:n,state:r},o){return e===Ee.id?{element:"error",message:t}:r==="existing"?{element:"skipped",message:`not new: ${t}`}:o!=="never"&&Le(n,o)?{element:"failure",message:t}:{element:"skipped",message:`${n}, which does not fail the run: ${t}`}}function Zn({finding:e,reason:t}){return{element:"skipped",message:`ignored (${t}): ${e.message}`}}function Qn(e,t,n){let r=`${$}.${e}`,{tests:o,failures:i,errors:s,skipped:a}=St(t),u=[...b(t,({finding:g})=>er(g))].flatMap(([g,x])=>x.map((S,y)=>E("testcase",{classname:r,name:y===0?g:`${g} #${y+1}`},tr(S,n)))),d=E("testcase",{classname:r,name:"nothing found"});return E("testsuite",{name:e,tests:Math.max(1,o),failures:i,errors:s,skipped:a},u.join("")||d)}function er({at:e,subject:t}){return h(`${e.file.path}: ${t.path} (${t.kind})`)}function tr({finding:e,outcome:{element:t,message:n}},r){let o=t==="skipped"?nr(e.at):me(e,r,ce(!1));return E(t,{type:e.severity,message:h(n)},We(o))}function nr(e){let{line:t,column:n}=T(e);return`${h(e.file.path)}${e.file.text===""?"":`:${t}:${n}`}`}function St(e){let t=n=>e.filter(({outcome:r})=>r.element===n).length;return{tests:e.length,failures:t("failure"),errors:t("error"),skipped:t("skipped")}}m();m();var Ot=`| Severity | Rule | Place | Finding |
| --- | --- | --- | --- |
`;function Te(e,t,n){let r=F(e).map(o=>rr(o,t));return`
${Ot}${D(n-Ot.length-1,r,o=>`
\u2026 ${o} more
`)}`}function rr(e,t){let n=[Z(e.message),...e.related.map(({at:r,message:o})=>`${t(r)}: ${Z(o)}`)];return`| ${e.severity} | ${Lt(e)} | ${t(e.at)} | ${n.join("<br>")} |
`}function Et({finding:e,reason:t},n){return`- ${Lt(e)} at ${n(e.at)}: ${w(t)}
`}function Lt({ruleId:e}){return`[${w(e)}](${O(e)})`}m();function At({comparison:e},t){return n=>{let{path:r,text:o}=n.file,i=o===""?void 0:j(n,e),s=C(i===void 0?r:`${r}:${i}`);return t===void 0?s:Ve(s,`${t}/${V(r)}${i===void 0?"":`#L${i}`}`)}}var or=900*1024,ir=1/9;function Rt({commit:e,verdict:t,maxBytes:n=or}={}){return r=>{let o=At(r,e),i=Math.floor(n*ir),[s,a]=["new","existing"].map(d=>r.findings.filter(g=>g.state===d)),c=sr(r,s??[],t)+lr(r.comparison,i),u=[cr(a??[],o,i),mr(r.baseline,i),ur(r,o,i),fr(r.unread,i),dr(r,o,i),`
${w(W(r.files))}
`].join("");return s===void 0||s.length===0?c+u:c+Te(s,o,n-f.byteLength(c+u))+u}}function sr(e,t,n){let r=q(t).length,o=r>0?` in ${p(r,"file")}`:"",{comparison:i,withoutBase:s,baseline:a}=e,c=`## ${$}: ${M(t,R(e))}${o}
`,u=[n,i&&ar(i),a&&`What ${C(a.file)} has does not count.`,s&&`Everything counts, what stood there before too: ${w(s)}.`];return[c,...u.filter(d=>d!==void 0).map(d=>`${d}
`)].join(`
`)}function ar({scope:e,base:t,fixed:n,isUntouched:r}){let o=w(t);if(r)return`Nothing that ${$} reads is other than in ${o}, so that nothing was judged.`;let i=n>0?` ${p(n,"finding")} of the base ${n===1?"is":"are"} gone.`:"";return`Only ${e==="new"?"what is not in":"what stands on lines that are other than in"} ${o} counts.${i}`}function lr(e,t){let n=(e?.policyChanges??[]).map(r=>`- ${w(r)}
`);return n.length===0?"":`
**The change alters what counts:**

${D(t,n,Mt)}`}function cr(e,t,n){return e.length===0?"":Oe(`Not new: ${M(e)}`,Te(e,t,n))}function mr(e,t){let n=e&&K(e);if(n===void 0)return"";let r=(e?.stale??[]).map(o=>`- ${C(o.file)}: ${w(le(o))}
`);return Se(n,r,t)}function ur(e,t,n){if(e.certificates.length===0)return"";let r=`
${et(e,t,n)}`;return Oe(se(e),r,e.comparison===void 0&&Qe(e))}function fr(e,t){let n=[...H(e)].flatMap(([r,o])=>o.map(({path:i})=>`- ${C(i)}: ${w(r)}
`));return Se(`${n.length} not read`,n,t)}function dr({ignored:e},t,n){let r=e.map(o=>Et(o,t));return Se(`${p(r.length,"finding")} ignored by comments`,r,n)}function Se(e,t,n){return t.length>0?Oe(e,`
${D(n,t,Mt)}`):""}function Mt(e){return`- \u2026 ${e} more
`}function Oe(e,t,n=!1){return`
<details${n?" open":""}><summary>${e}</summary>
${t}
</details>
`}m();var pr={error:"ERROR",warning:"WARNING",note:"INFO"},hr=/[<>&@#$|[\]\\*~]|:\/\/|www\.|GH-\d|:[\w+-]+:/i;function It(){return({findings:e,secrets:t})=>{let n=new _(t),r=e.map(o=>gr(o,n));return U({source:{name:$,url:Y},diagnostics:r})}}function gr(e,t){let{at:n,severity:r,ruleId:o}=e,{first:i,last:s}=te(n),a=n.file.hasByteOrderMark?void 0:Ne(e,t);return{message:X(e).split(`
`).map(xr).join(`
`),location:{path:n.file.path,range:{start:{line:i},end:{line:s}}},severity:pr[r],code:{value:o,url:O(o)},...a===void 0?{}:{suggestions:[$r(a)]}}}function $r({at:e,text:t}){let{line:n,endLine:r}=L(e);return{range:{start:{line:n,column:Ct(e.file,n,e.start)},end:{line:r,column:Ct(e.file,r,e.end)}},text:t}}function Ct(e,t,n){return f.byteLength(e.text.slice(Me(e,t).start,n))+1}function xr(e){return e.split(/`([^`]+)`/).every((r,o)=>o%2===1||!(r.includes("`")||hr.test(r)))?e:Z(e)}m();var ue={results:25e3,relatedLocations:100,description:1024},br={error:"8.0",warning:"5.0",note:"2.0"};function _t(e){return t=>{let n=wr(t.findings),r=new Set(F(n.map(i=>i.main)).slice(0,ue.results)),o=n.length-r.size;return U({$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:$,semanticVersion:e,informationUri:Y,rules:t.rules.map(vr)}},columnKind:"utf16CodeUnits",invocations:[{executionSuccessful:!0}],results:kr(t,n.filter(i=>r.has(i.main))),...o>0?{properties:{omittedResults:o}}:{}}]})}}function wr(e){return[...b(e,({ruleId:n,at:r})=>`${n}\0${L(r).line}\0${r.file.path}`).values()].flatMap(n=>{let[r,...o]=F(n);return r===void 0?[]:[{main:r,related:[...r.related,...o.flatMap(yr)]}]})}function yr(e){return[{at:e.at,message:e.message},...e.related]}function vr(e){let[t=""]=e.explanation.split(`

`),n=O(e.id);return{id:e.id,name:e.id.replace(/(?:^|-)(.)/g,(r,o)=>o.toUpperCase()),shortDescription:{text:A(ue.description,e.summary)},fullDescription:{text:A(ue.description,t||e.summary)},help:{text:`${e.summary}

${e.explanation}

${n}`,markdown:`**${e.summary}**

${e.explanation}

[${e.id}](${n})`},helpUri:n,defaultConfiguration:{level:e.severity},properties:{tags:["security","prometheus"],precision:"high","security-severity":br[e.severity]}}}function kr(e,t){let n=new Map(e.rules.map((r,o)=>[r.id,o]));return t.map(({main:r,related:o})=>{let i=n.get(r.ruleId);if(i===void 0)throw new Error(`the report has a finding of ${r.ruleId} but not the rule`);let s=o.slice(0,ue.relatedLocations);return{ruleId:r.ruleId,ruleIndex:i,level:r.severity,message:{text:[Nt(r.message),...s.map(Tr)].join(`
`)},locations:[{physicalLocation:jt(r.at)}],...s.length>0?{relatedLocations:s.map(Sr)}:{},partialFingerprints:{primaryLocationLineHash:_e(r.at),"promsec/v1":r.fingerprint}}})}function Nt(e){return e.replaceAll("](","] (")}function Tr(e,t){return`[${e.message.replace(/[\\[\]]/g,String.raw`\$&`)}](${t+1})`}function Sr(e,t){return{id:t+1,message:{text:Nt(e.message)},physicalLocation:jt(e.at)}}function jt(e){let{line:t,column:n,endLine:r,endColumn:o}=Re(e);return{artifactLocation:{uri:V(e.file.path)},region:{startLine:t,startColumn:n,endLine:r,endColumn:o}}}m();function Ft(e){let t=ce(e.color);return n=>{let r=new _(n.secrets),o=e.verbose&&e.leavesOutExisting!==!0,i=n.findings.filter(a=>o||a.state==="new");return`${Or(i).map(a=>`${me(a,r,t)}

`).join("")}${Er(n,t,e.verbose).join(`
`)}
`}}function Or(e){return e.toSorted((t,n)=>+(t.state==="existing")-+(n.state==="existing"))}function Er(e,t,n){let{findings:r,ignored:o,unread:i,comparison:s,withoutBase:a,baseline:c}=e,u=r.filter(I=>I.state==="new"),d=q(u).length,g=R(e),x=M(u,g)+(d>0?` in ${p(d,"file")}`:""),S=s?.isUntouched===!0?"":` (${W(e.files)})`,y=[`${t("strong",x)}${S}`],J=r.length-u.length;return s!==void 0&&y.push(...Lr(s)),c!==void 0&&y.push(...Ar(c,n)),a!==void 0&&y.push(`everything counts, what stood there before too: ${h(a)}`),J>0&&y.push(`not new: ${p(J,"finding")}${n?"":" (--verbose shows them)"}`),o.length>0&&y.push(`ignored by comments: ${p(o.length,"finding")}`),i.length>0&&y.push(...n?Mr(e):[Rr(e)]),y}function Lr({scope:e,base:t,fixed:n,policyChanges:r,isUntouched:o}){let i=h(t);return[o?`nothing that ${$} reads is other than in ${i}, so that nothing was judged`:`only ${e==="new"?"what is not in":"what stands on lines that are other than in"} ${i} counts`,...n>0?[`${p(n,"finding")} of the base ${n===1?"is":"are"} gone`]:[],...r.map(a=>`the change alters what counts: ${h(a)}`)]}function Ar(e,t){let n=K(e),r=e.stale.map(o=>`  ${h(o.file)}: ${h(le(o))}`);return[`what ${h(e.file)} has does not count`,...n===void 0?[]:[n,...t?r:[]]]}function Rr(e){return`not read: ${[...H(e.unread)].map(([n,r])=>`${r.length} \xD7 ${h(n)}`).join("; ")} (--verbose names them)`}function Mr(e){return["not read:",...e.unread.map(({path:t,reason:n})=>`  ${h(t)}: ${h(n)}`)]}function al(e,t){switch(e){case"text":return Ft(t);case"json":return je(t.version);case"sarif":return _t(t.version);case"github":return Ue(t.slots);case"markdown":return Rt(t);case"html":return vt(t);case"junit":return Tt();case"checkstyle":return He();case"gitlab":return Xe();case"rdjson":return It()}}export{al as reporterFor};
