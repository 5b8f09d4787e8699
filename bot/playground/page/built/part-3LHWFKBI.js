var s=o=>o.isComposing||o.keyCode===229;export{s as a};
