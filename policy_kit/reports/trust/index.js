// Shows the schools that fit what is typed, chosen and ticked, in the order chosen. Without it all are shown.
(function () {
  "use strict";
  var form = document.querySelector(".filters");
  if (!form) { return; }
  var body = document.querySelector(".heat tbody");
  var rows = Array.prototype.slice.call(body.rows);
  var status = form.querySelector("[role=status]");
  var order = "need";

  function sort(by) {
    if (by === order) { return; }
    order = by;
    rows.sort(function (one, other) {
      return by === "name" ? one.dataset.words.localeCompare(other.dataset.words, "en-GB")
        : one.dataset.need - other.dataset.need;
    });
    rows.forEach(function (row) { body.appendChild(row); });
  }

  function show() {
    var words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var section = form.elements.section.value;
    var shown = 0;
    sort(form.elements.order.value);
    rows.forEach(function (row) {
      var fits = words.every(function (word) { return row.dataset.words.indexOf(word) !== -1; }) &&
        (!section || row.dataset.lacking.split(" ").indexOf(section) !== -1) &&
        (!form.elements.mend.checked || "mend" in row.dataset) &&
        (!form.elements.overdue.checked || "overdue" in row.dataset);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    status.textContent = "Showing " + shown + " of " + rows.length + (rows.length === 1 ? " school." : " schools.");
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  show();
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });
}());
