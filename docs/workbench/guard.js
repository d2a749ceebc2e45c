/* Told before anything else runs, in the language of old browsers: what this page cannot do without. */
(function () {
  var missing = [];
  if (!("noModule" in HTMLScriptElement.prototype)) missing.push("ES2015");
  if (typeof structuredClone !== "function") missing.push("structuredClone");
  if (typeof Worker !== "function") missing.push("Worker");
  if (typeof WebAssembly !== "object") missing.push("WebAssembly");
  if (typeof Object.hasOwn !== "function" || !Array.prototype.findLast) missing.push("ES2022");
  if (typeof BigInt !== "function" || typeof TextDecoder !== "function") missing.push("TextDecoder");
  if (missing.length === 0) return;
  window.workbenchRefused = true;
  document.getElementById("app").innerHTML =
    '<div class="boot" role="alert"><h1>浏览器版本过低，不能打开工作台</h1>' +
    "<p>请改用Chromium内核109以上的浏览器（Chrome、Edge、360安全浏览器、奇安信可信浏览器等的新版本）或Firefox 115以上版本。双核浏览器请切换到“极速模式”。</p>" +
    '<p lang="en">This browser is too old for the workbench. Use Chromium 109 or later, or Firefox 115 or later.</p></div>';
})();
