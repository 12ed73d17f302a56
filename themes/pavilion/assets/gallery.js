// The pictures of a product by keys and thumbnails; a finger scrolls the strip without script. Nothing glides:
// the next picture is simply there.

const gallery = document.querySelector(".gallery");
const strip = gallery.querySelector(".strip");
const pictures = [...strip.children];
const thumbs = [...gallery.querySelectorAll(".thumbs a")];
const ahead = getComputedStyle(strip).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
const back = ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
let shown = 0;

function mark(at) {
  thumbs[shown].removeAttribute("aria-current");
  thumbs[at].setAttribute("aria-current", "true");
  shown = at;
}

function show(at) {
  pictures[at].scrollIntoView({ block: "nearest", inline: "start" });
  mark(at);
}

const plain = (event) => !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

gallery.addEventListener("click", (event) => {
  const at = thumbs.indexOf(event.target.closest("a"));
  if (at < 0 || !plain(event)) return;
  event.preventDefault();
  show(at);
});
gallery.addEventListener("keydown", (event) => {
  const last = pictures.length - 1;
  const to = { [ahead]: Math.min(shown + 1, last), [back]: Math.max(shown - 1, 0), Home: 0, End: last }[event.key];
  if (to === undefined || !plain(event)) return;
  event.preventDefault();
  show(to);
  if (thumbs.includes(document.activeElement)) thumbs[to].focus();
});

// What a finger or an address (#picture-2) brings into sight is marked too
const sight = new IntersectionObserver(
  (seen) => seen.forEach((one) => one.isIntersecting && mark(pictures.indexOf(one.target))),
  { root: strip, threshold: 0.6 },
);
pictures.forEach((picture) => sight.observe(picture));

// Who reaches for the pictures finds them loaded
for (const event of ["pointerover", "focusin"])
  gallery.addEventListener(event, () => strip.querySelectorAll("img").forEach((one) => (one.loading = "eager")), {
    once: true,
  });
mark(0);
