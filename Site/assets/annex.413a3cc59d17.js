"use strict";
const root=document.documentElement;
const one=(selector)=>document.querySelector(selector);
const all=(selector)=>[...document.querySelectorAll(selector)];
const on=(name,act)=>document.addEventListener(name,act);
root.classList.add("js");
const remembered={
get(){try{return localStorage.getItem("annex-scheme");}catch{return null;}},
set(value){try{localStorage.setItem("annex-scheme",value);}catch{}},
};
if(["light","dark"].includes(remembered.get()))root.dataset.scheme=remembered.get();
const system=matchMedia("(prefers-color-scheme: dark)");
const isDark=()=>root.dataset.scheme ? root.dataset.scheme==="dark":system.matches;
function switchScheme(){
const next=!isDark();
if(next===system.matches)delete root.dataset.scheme;
else root.dataset.scheme=next ? "dark":"light";
remembered.set(root.dataset.scheme||"");
this.ariaPressed=next;
}
const wide=matchMedia("(min-width: 62rem)");
function unfold(){
for (const fold of all("[data-unfold]")) fold.open = wide.matches || fold.querySelector("option:checked:not([value=''])");
}
function followOutline(){
const outline=one("[data-outline]");
if(!outline)return;
const here=outline.querySelector("[data-here]");
const links=new Map();
for(const link of outline.querySelectorAll("a")){
const place=document.getElementById(decodeURIComponent(link.hash.slice(1)));
if(place)links.set(place,link);
}
const places=[...links.keys()];
let current=null;
const mark=(link)=>{
if(link===current)return;
current?.removeAttribute("aria-current");
current=link;
link?.setAttribute("aria-current","location");
const annex=link?.closest("li li")?.parentElement.closest("li").querySelector(".number")?.textContent;
here.textContent = [/^\D/.test(annex) && annex, link?.textContent].filter(Boolean).join(", ").replace(/\s+/g, " ");
const frame=outline.parentElement;
if(link&&wide.matches&&frame.scrollHeight>frame.clientHeight){
frame.scrollTop = link.offsetTop - frame.clientHeight / 2;
}
};
const update=()=>{
const line = innerHeight / 5;
let low=0;
let high=places.length;
while(low < high){
const middle=(low + high)>>1;
if(places[middle].getBoundingClientRect().top <=line)low=middle + 1;
else high=middle;
}
mark(low ? links.get(places[low - 1]):null);
};
const observer=new IntersectionObserver(update,{rootMargin:"0px 0px -80% 0px",threshold:[0,1]});
places.forEach((place)=>observer.observe(place));
addEventListener("hashchange",()=>requestAnimationFrame(update));
outline.onclick=(event)=>{
if(event.target.closest("a")&&!wide.matches)outline.open=false;
};
update();
}
function showDefinitions(){
let box=null;
let owner=null;
let timer=0;
const hide=()=>{
clearTimeout(timer);
box?.remove();
owner?.removeAttribute("aria-describedby");
box=owner=null;
};
const show=(term)=>{
clearTimeout(timer);
if(term===owner)return;
hide();
const defined=document.getElementById(decodeURIComponent(term.hash.slice(1)));
const source=defined?.closest("li, p, td, blockquote");
if(!source||source.contains(term))return;
box=document.createElement("div");
box.className="definition";
box.id="theme:definition";
box.role="tooltip";
for(const part of source.matches("li")? source.querySelectorAll(":scope > p"):[source]){
const paragraph=document.createElement("p");
paragraph.textContent=part.textContent.trim();
box.append(paragraph);
}
box.lang=source.closest("[lang]").lang;
document.body.append(box);
const at=term.getClientRects()[0];
const left=Math.min(at.left,root.clientWidth - box.offsetWidth - 16);
const below=at.bottom + 6 + box.offsetHeight < innerHeight;
const top=below ? at.bottom + 6:at.top - 6 - box.offsetHeight;
box.style.left = `${Math.max(16, left) + scrollX}px`;
box.style.top = `${top + scrollY}px`;
owner=term;
term.setAttribute("aria-describedby",box.id);
box.onmouseenter=()=>clearTimeout(timer);
box.onmouseleave=later;
};
const later=()=>{clearTimeout(timer);timer=setTimeout(hide,200);};
const term=(event)=>event.target.closest?.("a.term");
let touched=null;
on("pointerdown",(event)=>{
touched=event.pointerType==="mouse" ? null:term(event);
if(owner&&!term(event)&&!box.contains(event.target))hide();
});
on("click",(event)=>{
const tapped=term(event);
if(!tapped||tapped !==touched||tapped.dataset.shown){hide();return;}
show(tapped);
if(owner){event.preventDefault();tapped.dataset.shown=1;}
});
on("mouseover",(event)=>{
const hovered=term(event);
if(hovered&&!touched){clearTimeout(timer);timer=setTimeout(()=>show(hovered),120);}
});
on("mouseout",(event)=>{if(term(event))later();});
on("focusin",(event)=>{if(term(event)&&!touched)show(term(event));});
on("focusout",(event)=>{if(term(event)){delete term(event).dataset.shown;hide();}});
on("keydown",(event)=>{if(event.key==="Escape")hide();});
}
const state={
read:()=>new URLSearchParams(location.search),
write(values,replace){
const query=new URLSearchParams(Object.entries(values).filter(([,value])=>value)).toString();
const address = location.pathname + (query ? `?${query}` : "") + location.hash;
if(address===location.pathname + location.search + location.hash)return;
try{history[replace ? "replaceState":"pushState"](null,"",address);}catch{}
},
};
function filterAndSort(){
const form=one("form[data-filter]");
const tables=all("table[data-sortable]");
if(!form&&!tables.length)return;
const items=all("[data-item]");
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts=new Map();
const text=(item)=>texts.get(item)?? texts.set(item,fold(item.textContent)).get(item);
let order={sort:"",down:""};
const collator=new Intl.Collator(root.lang,{numeric:true});
const original=new Map(tables.map((table)=>{
const groups=[];
for(const body of table.tBodies){
const isHead=body.matches(".group");
if(isHead||!groups.length)groups.push({head:isHead ? body:null,bodies:[]});
if(!isHead)groups.at(-1).bodies.push(body);
}
return[table,groups];
}));
const matrix=one("table.matrix");
let column="";
const inMatrix=(row,{scope,state,who})=>{
const cells=scope ?[row.cells[scope]]:[...row.cells].slice(1);
return cells.some((cell)=>(!state||cell.className===state)
&&(!who||who.split(" ").includes(cell.className))
&&(!scope||state||cell.className !=="not-stated"));
};
const showColumn=(scope)=>{
if(!matrix||scope===column)return;
column=scope;
for(const row of matrix.rows){
[...row.cells].slice(1).forEach((cell,index)=>{cell.hidden=scope&&index !==scope - 1;});
}
};
const inRows=(item,pairs)=>[...item.rows||[item]].some((row)=>pairs.every(([key,value])=>{
const facts=(row.dataset[key]?? item.dataset[key]?? "").split(" ");
return facts.includes("*")||facts.includes(value);
}));
const values=()=>form ? Object.fromEntries(new FormData(form)):{};
const filter=()=>{
if(!form)return;
const{q="",...wanted}=values();
const words = fold(q).split(/\s+/).filter(Boolean);
const pairs=Object.entries(wanted).filter(([,value])=>value);
let shown=0;
showColumn(wanted.scope||"");
for(const item of items){
const matches=(!pairs.length||(matrix ? inMatrix(item,wanted):inRows(item,pairs)))
&&words.every((word)=>text(item).includes(word));
if(item.hidden===matches)item.hidden=!matches;
if(matches)shown +=1;
}
for(const{head,bodies}of[...original.values()].flat()){
if(head)head.hidden=!bodies.some((body)=>!body.hidden);
}
for(const group of new Set(items.map((item)=>item.matches("tr")? item.parentElement:item.closest("section")))){
if(group)group.hidden=!group.querySelector("[data-item]:not([hidden])");
}
form.classList.toggle("on",shown < items.length);
form.querySelector("[data-filter-count]").textContent = [shown, items.length].map((count) => count.toLocaleString(root.lang)).join(" / ");
one("[data-filter-empty]").hidden=shown>0;
};
const sort=()=>{
const key=(body)=>body.dataset[order.sort]||"";
const sign=order.down ? -1:1;
for(const[table,groups]of original){
for(const{head,bodies}of groups){
table.append(...(head ?[head]:[]),...[...bodies].sort((a,b)=>sign * collator.compare(key(a),key(b))));
}
for(const head of table.querySelectorAll("th[data-sort]")){
head.ariaSort=head.dataset.sort !==order.sort ? null:order.down ? "descending":"ascending";
}
}
};
const remember=(replace)=>state.write({...values(),...order},replace);
const restore=()=>{
const saved=state.read();
if(form){
for(const field of form.elements){
if(!field.name)continue;
const value=saved.get(field.name)||"";
field.value=value;
if(field.value !==value)field.value="";
}
}
order={sort:saved.get("sort")||"",down:saved.get("down")||""};
filter();
sort();
};
for(const head of all("th[data-sort]")){
const button=document.createElement("button");
button.type="button";
button.append(...head.childNodes);
head.append(button);
button.onclick=()=>{
const again=order.sort===head.dataset.sort;
order={sort:head.dataset.sort,down:again&&!order.down ? "1":""};
sort();
remember(false);
};
}
if(form){
form.onsubmit=(event)=>event.preventDefault();
form.oninput=(event)=>{filter();remember(event.target.matches("[data-search]"));};
form.onreset=()=>setTimeout(()=>{order={sort:"",down:""};filter();sort();remember(false);});
}
addEventListener("popstate",restore);
restore();
}
on("DOMContentLoaded",()=>{
const button=one("[data-scheme-switch]");
button.onclick=switchScheme;
button.ariaPressed=isDark();
wide.onchange=unfold;
followOutline();
showDefinitions();
filterAndSort();
unfold();
const link=one("[data-search-link]");
const isHeld=(event)=>event.ctrlKey||event.metaKey||event.altKey;
let loading=null;
const search=()=>{
loading ??=new Promise((resolve)=>{
const script=document.createElement("script");
script.src=link.dataset.searchLink;
script.onload=resolve;
document.head.append(script);
});
loading.then(()=>window.annexOpenSearch());
};
if(link&&one("[data-search-page]"))search();
link?.addEventListener("click",(event)=>{
if(isHeld(event)||event.shiftKey)return;
event.preventDefault();
search();
});
on("keydown",(event)=>{
if (event.key !== "/" || isHeld(event)) return;
if(event.target.closest("input, select, textarea, [contenteditable]"))return;
const field=one("[data-search]");
if(!link&&!field)return;
event.preventDefault();
if(link)search();
else field.focus();
});
const close=(except)=>all("details.menu[open]").forEach((menu)=>{if(!menu.contains(except))menu.open=false;});
on("click",(event)=>close(event.target));
on("keydown",(event)=>{if(event.key==="Escape")close(null);});
});
