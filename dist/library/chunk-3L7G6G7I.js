import{a as b,e as a}from"./chunk-PURGY3ZS.js";var c=b(()=>{a()});export{c as a};
