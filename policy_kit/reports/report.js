// Shows the findings that fit the boxes ticked, the section chosen and the words typed. Without it all are shown.
(function () {
  "use strict";
  var form = document.querySelector(".filters");
  if (!form) { return; }
  var items = Array.prototype.slice.call(document.querySelectorAll("[data-severity]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
  var status = form.querySelector("[role=status]");

  function show() {
    var wanted = {};
    form.querySelectorAll("[name=severity]").forEach(function (box) { wanted[box.value] = box.checked; });
    var section = form.elements.section.value;
    var words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0, all = 0;
    items.forEach(function (item) {
      var text = item.dataset.words;
      var fits = wanted[item.dataset.severity] &&
        (section === "*" || item.dataset.section === section) &&
        words.every(function (word) { return text.indexOf(word) !== -1; });
      item.hidden = !fits;
      if (item.classList.contains("card")) { all += 1; shown += fits ? 1 : 0; }
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".card:not([hidden])");
    });
    status.textContent = "Showing " + shown + " of " + all + (all === 1 ? " finding." : " findings.");
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  show();
}());
