import{a as b,e as a}from"./chunk-JGPU3WBK.js";var c=b(()=>{a()});export{c as a};
