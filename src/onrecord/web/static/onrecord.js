// Every page works without this file. It marks the whole statement that an address points at (a style sheet can only
// reach its first piece), and offers to copy a citation.
(function () {
  "use strict";

  function showStatement() {
    document.querySelectorAll(".text .focus, .statements .focus").forEach(function (piece) {
      piece.classList.remove("focus");
    });
    var id = decodeURIComponent(location.hash.slice(1));
    if (id.slice(0, 3) !== "st-") return;
    document.querySelectorAll(".text [data-s]").forEach(function (piece) {
      if (piece.dataset.s.split(" ").indexOf(id) >= 0) piece.classList.add("focus");
    });
    var listed = document.getElementById("list-" + id);
    if (listed) listed.classList.add("focus");
  }

  function offerCopying() {
    var citation = document.getElementById("citation");
    if (!citation || !navigator.clipboard) return;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(citation.textContent).then(function () {
        button.textContent = "Copied";
      });
    });
    citation.after(button);
  }

  window.addEventListener("hashchange", showStatement);
  showStatement();
  offerCopying();
})();
