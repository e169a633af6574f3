"use strict";
(()=>{
const home = new URL("../", document.currentScript.src);
const say=JSON.parse(document.querySelector("[data-search-link]").dataset.words);
const language=document.documentElement.lang;
const once=(make)=>{const made=new Map();return(key)=>made.get(key)?? made.set(key,make(key)).get(key);};
const arrivals=new Map();
let version="";
window.annexSearch=(name,value)=>arrivals.get(name)(value);
const load=once((name)=>new Promise((resolve,reject)=>{
arrivals.set(name,resolve);
const script=document.createElement("script");
script.src = new URL(`search/data/${name}.js${version}`, home);
script.onerror=reject;
document.head.append(script);
}));
const words = /[0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ufdff]+/gi;
const fold = once((word) => word.toLowerCase().replace(/ß/g, "ss")
.replace(/[à-ž]/g, (letter) => letter.normalize("NFD")[0]).replace(/[\u0300-\u036f]/g, "")
.replace(/(^|[^aeiouq])([aou])e/g, "$1$2").slice(0, 48));
const endings="(?:ern|e[nmrs]?|n|s)";
const bend=(text)=>{
const stem = text.length > 5 ? text.replace(new RegExp(`${endings}$`), "") : text;
return stem.length > 3 ? { stem, form: new RegExp(`^${stem}${endings}?$`) } : { stem: text };
};
const isMet=({text,isExact,form,most},word)=>isExact ? word===text:word.startsWith(text)&&!(word.length>most)||form?.test(word);
const number=(text)=>text.toLowerCase()
.replace(/(\d[\da-z]*)[\s,]*(?:abs(?:atz|\.)?|para(?:graph|\.)?)\s*\(?(\d+[a-z]?)\)?/g, "$1($2)")
.replace(/\)\s+n[ro]\.\s*(\d+)/g, ")($1)")
.replace(/(\d|\))\s+(?=\()/g, "$1").replace(/\b(?:section|clause|abschn(?:itt|\.)|klausel|ziff(?:er|\.)|n[ro]\.)\s*(?=\d)/g, "")
.replace(/(\d\)?)[\s,]*\b(?:lit(?:\.|era)?|letter|buchst(?:\.|abe))\s*\(?([a-z]{1,2})\b\)?/g, "$1($2)");
const parse=(text)=>{
const written = number(text).replace(/(\d)\s*ff?\b\.?|\bet seqq?\b\.?/g, "$1");
const found = written.match(new RegExp(`\\w*\\d\\w*(?:\\.\\w+|\\(\\w*\\)?)+|${words.source}`, "gi"));
const tokens = [...new Set(found)].slice(0, 12).map((text) => /[.()]/.test(text)
? { text, stem: text, isNumber: true } : { text: fold(text), isExact: /^(\d+|[a-z])$/.test(text), ...bend(fold(text)) });
if(tokens[1])for(const token of tokens)if(token.text.length < 5)token.most=token.text.length + 2;
tokens.isPhrase = tokens[1] && /^["“„»«].*["”“«»]$/.test(text);
return tokens;
};
const plain = (text) => ` ${(text.match(words) ?? []).map(fold).join(" ")} `;
const rephrase=(text,groups)=>groups.flatMap((names)=>{
const asked=plain(text);
const name=names.map(plain).find((name)=>asked.includes(name));
return name ? names.map((other) => asked === name ? `"${other}"` : asked.replace(name, plain(other))) : [];
});
const digit=(text,index)=>{const code=text.charCodeAt(index);return code -(code>92 ? 36:35);};
const shard=once(async(name)=>{
let word="";
return(await load(name)).split(" ").slice(0,-1).map((entry)=>{
const [head, postings = ""] = entry.split(/!(.*)/);
return{word:word=word.slice(0,digit(head,0))+ head.slice(1),postings};
});
});
const read=(postings,visit)=>{
let part=-1,number=0,shift=0;
for(let index=0;index < postings.length;index +=1){
const value=digit(postings,index);
number|=(value&31)<< shift;
shift +=5;
if(value < 32){visit(part +=number>>2,number&3);number=shift=0;}
}
};
const lookUp=async(head,token)=>{
const{text,stem,isExact}=token;
const after=(word)=>{
const next=head.shards.findIndex((first)=>first>word);
return next < 0 ? head.shards.length:next;
};
let next=after(text);
const numbers=new Set([after(stem)- 1,next - 1].map((number)=>Math.max(0,number)));
for(;!isExact&&text.length>2&&numbers.size < 4&&head.shards[next]?.startsWith(text);next +=1)numbers.add(next);
const found = await Promise.all([...numbers].map((number) => shard(`s${number}`)));
return found.flat().filter(({word})=>isMet(token,word));
};
const isNear=(left,right)=>{
let start=0;
while(left[start]&&left[start]===right[start])start +=1;
const[a,b]=[left.slice(start),right.slice(start)];
return a.slice(1)===b.slice(1)||a===b.slice(1)||a.slice(1)===b||(a[0]+ a[1]===b[1]+ b[0]&&a.slice(2)===b.slice(2));
};
const correct=async(head,text)=>{
const known=await shard("words");
let near=known.filter(({word})=>isNear(text,word));
if(!near[0])near=known.filter(({word})=>[-1,0,1].some((more)=>isNear(text,word.slice(0,text.length + more))));
return(await Promise.all(near.slice(0,6).map(({word})=>lookUp(head,{text:word,stem:word,isExact:true})))).flat();
};
const find=async(head,token,isOther)=>{
let found=await lookUp(head,token);
while(!found.length&&token.isNumber){
token.stem = token.text = token.text.replace(/[.(][^.(]*$/, "");
token.isExact = !(token.isNumber = /[.()]/.test(token.text));
found=await lookUp(head,token);
}
if (!found.length && token.text.length > 4 && !token.isExact && !isOther && !head.synonyms.flat().some((name) => plain(name).includes(` ${token.text} `))) {
found=await correct(head,token.text);
token.near=new Set(found.map(({word})=>word));
}
const parts=new Map();
for(const{word,postings}of found){
const whole=word===token.text||token.near ? 1:0.5;
read(postings,(part,weight)=>parts.set(part,Math.max(parts.get(part)?? 0,whole *(1 + weight))));
}
token.worth = Math.log(1 + head.sections.at(-1)[3] / (parts.size || 1));
return parts;
};
const look=(text,tokens)=>{
const found={marks:[],hits:new Set(),score:0};
let before=-2,run,first,last,start,end;
const which=(word)=>tokens.findIndex((token)=>token.near ? token.near.has(word):token.isNumber ? word===token.text:isMet(token,word));
for(const{0:written,index}of text.matchAll(words)){
let word=fold(written);
let at=which(word);
const sign=end===index - 1 ? text[end]:"";
const whole=last +(sign==="." ? sign:"")+ word;
last=sign==="." ? whole.slice(-48):word;
if (at < 0 && /[-.]/.test(sign) && (at = which(whole)) >= 0) word = whole;
else if(at>=0||sign !==".")start=index;
end=index + written.length;
if(at < 1||at !==before + 1)[run,first]=[0,start];
run +=1;
if(at>=0&&(!tokens.isPhrase||run===tokens.length)){
found.marks.push([tokens.isPhrase ? first:start,end]);
for(const token of tokens.isPhrase ? tokens:[tokens[at]]){
if(!found.hits.has(token))found.score +=token.worth *(word===token.text ? 1.5:1);
found.hits.add(token);
}
if(run>1)found.score +=1;
}
before=at < 0 ? -2:at;
}
return found;
};
const lookAtPlace=(place,duties,tokens)=>{
const found=look(place,tokens);
const names = number(place.split(" / ").pop()).replace(/[\s§]/g, "").split(",");
if(tokens.some(({text,isNumber})=>isNumber&&duties.includes(text)))names.push(...duties.split(" "));
for(const token of tokens.isPhrase ?[]:tokens){
const score=names.includes(token.text)? tokens[1]? token.isNumber ? 4:0.1:token.worth * 9
:token.isNumber&&names.some((name)=>name.startsWith(token.text))* 2;
if(!score)continue;
found.hits.add(token);
found.score +=score;
}
return found;
};
const scan=(kind,documents,tokens,results)=>{
const rarest=tokens.reduce((a,b)=>b.worth>a.worth ? b:a);
let best,hasWhole;
for(const[title,path,own,rank,places]of documents){
const factor=rank *(own&&own !==language ? tokens.isOther ? 0.4:0.8:tokens.isOther ? 0.7:1);
const name=look(title,tokens);
const isNamed=own&&name.hits.size===tokens.length&&(places[0]||look(title.split(", ").pop(),tokens).hits.size);
const add=(result,score,isHead,...found)=>{
const count=new Set(found.flatMap(({hits})=>[...hits])).size;
result={kind,title,path,own,place:"",text:"",anchor:"",marks:[],...result,score:score * factor};
const isWhole=count===tokens.length;
tokens.isFound||=isWhole;
if (isWhole || isHead) results.push(isWhole ? result : { ...result, score: result.score / 4 });
else if(!best||count>best.count)best={result,count};
hasWhole||=isWhole;
};
if(isNamed)add({},name.score * 2,false,name);
let heading,section;
for(const[place,anchor,duties,text,...terms]of places){
const body=look(text,tokens);
const at=lookAtPlace(place,duties,tokens);
const [head, rest] = text.split("\n");
if(rest !=null)[heading,section]=[look(head,tokens),place];
if(!body.hits.size&&!at.hits.size&&(isNamed||!name.hits.size))continue;
const above=place.startsWith(section)? heading:look("",tokens);
const defined = Math.max(0, ...terms.map((term) => { const found = look(term, tokens); return found.hits.size === tokens.length ? found.score * 3 / (1 + term.length / 40) : 0; }));
const score=body.score + at.score + name.score *(own ? 0.5:3)+ above.score *(place===section ? 2:0.3)+ defined;
add({kind:kind !=="agreements" ? kind:defined ? "definitions":"clauses",place,anchor,text,marks:body.marks},score,
place===section&&above.hits.has(rarest),name,at,body,above);
}
}
if (best && !hasWhole && !tokens.isOther) results.push({ ...best.result, score: best.result.score / 4 });
};
const search=async(text,depth,isArchived)=>{
if(!parse(text).length)return null;
const head=await load("head");
version = `?${head.version}`;
const ask=(texts)=>Promise.all(texts.map((other)=>answer(head,other,depth,isArchived,other !==text)));
let answers=await ask([text,...rephrase(text,head.synonyms)]);
if (!answers.some(({ tokens }) => tokens.isFound)) answers.push(...await ask([text.replace(/([a-z]{2,})(\d)/gi, "$1 $2"), text.replace(/([a-z]{2,})[ -](?=\d)/gi, "$1")]));
const certain=answers.filter(({tokens,results})=>results[0]&&!tokens.some(({near})=>near));
if(certain[0])answers=certain;
const all=answers.flatMap(({results})=>results).sort((a,b)=>a.score - b.score);
const results=[...new Map(all.map((result)=>[[result.path,result.anchor,result.title,result.place].join(),result])).values()];
return{...answers[0],results:results.sort((a,b)=>b.score - a.score),tokens:answers.flatMap(({tokens})=>tokens)};
};
const answer=async(head,text,depth,isArchived,isOther)=>{
const tokens=Object.assign(parse(text),{isOther});
const sections=head.sections.filter(([kind,own])=>(!own||own===language)&&(isArchived||kind !=="versions"));
const scores=new Map();
(await Promise.all(tokens.map((token)=>find(head,token,isOther)))).forEach((parts,index)=>parts.forEach((weight,part)=>{
const score=scores.get(part)??{part,count:0,sum:0};
scores.set(part,{part,count:score.count + 1,sum:score.sum + weight * tokens[index].worth});
}));
const all=[...scores.values()].filter(({part})=>sections.some(([,,from,to])=>part>=from&&part < to))
.sort((a,b)=>b.count - a.count||b.sum - a.sum||a.part - b.part);
const results=[];
let hasMore=false;
await Promise.all(sections.map(async([kind,,from,to])=>{
const ranked=all.filter(({part,count})=>part>=from&&part < to&&count>=all[0].count -(tokens.length>2));
const size=depth *(kind==="agreements" ? 6:3);
hasMore||=ranked.length>size;
const parts = await Promise.all(ranked.slice(0, size).map(({ part }) => load(`p${part}`)));
parts.forEach((documents)=>scan(kind,documents,tokens,results));
}));
return{results,tokens,hasMore,hasArchive:head.sections.some(([kind])=>kind==="versions")};
};
const make=(name,className,...content)=>{
const element=document.createElement(name);
if(className)element.className=className;
element.append(...content);
return element;
};
const marked=(text,marks,from=0,to=text.length)=>{
const pieces=[];
for(const[start,end]of marks){
if(start < from||end>to)continue;
pieces.push(text.slice(from,start),make("mark","",text.slice(start,end)));
from=end;
}
return[...pieces,text.slice(from,to)];
};
const row=({kind,title,path,own,place,anchor,text,marks},tokens)=>{
const name = kind === "law" || !place ? title : `${title}, ${place}`;
const first=marks[0]?.[0]?? 0;
const from=first < 70 ? 0:text.indexOf(" ",first - 60)+ 1;
const to=text.length>from + 220 ? text.lastIndexOf(" ",from + 220):text.length;
const link=make("a","",make("span","result-place",...marked(name,look(name,tokens).marks)),
make("span","result-text",from ? "… ":"",...marked(text,marks,from,Math.max(to,from)),to < text.length ? " …":""));
link.href = new URL(encodeURI(path) + (anchor ? `#${encodeURIComponent(anchor)}` : ""), home);
if(own&&own !==language)link.lang=own;
return make("li","",link);
};
const build=(frame,isPage)=>{
const input=make("input");
Object.assign(input,{ariaLabel:say.label,autocomplete:"off",spellcheck:false});
const form=make("form","search-form",input);
form.role="search";
const status=make("p","quiet search-status",say.hint);
status.role="status";
const archived=make("input");
archived.type="checkbox";
const choice=make("label","search-choice",archived,say.archived);
choice.hidden=true;
const list=make("div","search-results");
frame.append(form,make("div","search-state",status,choice),list);
let latest=0,answered=0,timer;
const run=async(depth=1)=>{
timer=clearTimeout(timer);
const number=latest +=1;
const text=input.value.trim();
if (isPage) try { history.replaceState(null, "", `?q=${encodeURIComponent(text)}${archived.checked ? "&archived=1" : ""}`); } catch { }
const answer=await search(text,depth,archived.checked).catch(()=>{});
if(number !==latest)return;
answered=number;
const place=[...list.querySelectorAll("a, button")].indexOf(document.activeElement);
list.replaceChildren();
const{results=[],tokens,hasMore}=answer ??{};
choice.hidden&&=!answer?.hasArchive;
status.textContent=!answer ?(answer===null ? say.hint:say.failed):results.length ? say.count.replace("{count}",results.length +(hasMore ? "+":"")):say.none;
const groups=new Map();
results.forEach((result)=>groups.set(result.kind,[...groups.get(result.kind)??[],result]));
groups.forEach((all,kind)=>list.append(make("section","",make("h2","label",say.kinds[kind]),make("ul","",...all.slice(0,depth * 8).map((result)=>row(result,tokens))))));
if(hasMore||[...groups.values()].some((all)=>all.length>depth * 8)){
const more=make("button","",say.more);
more.onclick=()=>run(depth * 3);
list.append(more);
}
if(place>=0)(list.querySelectorAll("a")[place]?? input).focus();
};
input.oninput=()=>{clearTimeout(timer);timer=setTimeout(()=>run(),150);};
archived.onchange=()=>run();
form.onsubmit=(event)=>{
event.preventDefault();
if(timer||answered < latest)run();
else list.querySelector("a")?.click();
};
frame.onkeydown=(event)=>{
const step={ArrowDown:1,ArrowUp:-1}[event.key];
if(!step)return;
const stops=[input,...list.querySelectorAll("a, button")];
stops[stops.indexOf(document.activeElement)+ step]?.focus();
event.preventDefault();
};
return{input,archived,run};
};
const page=document.querySelector("[data-search-page]");
let box=null;
window.annexOpenSearch=()=>{
if(!box){
const dialog=make("dialog","search-dialog",make("div"));
dialog.ariaLabel=say.label;
document.body.append(dialog);
dialog.onclick=(event)=>{if(event.target===dialog||event.target.closest("a"))dialog.close();};
box={dialog,...build(dialog.firstChild,false)};
}
if(!box.dialog?.open)box.dialog?.showModal();
box.input.focus();
box.input.select();
};
if(page){
box=build(page,true);
const asked=new URLSearchParams(location.search);
box.input.value=asked.get("q")?? "";
box.archived.checked=asked.has("archived");
if(box.input.value)box.run();
}
})();
