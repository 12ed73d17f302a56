// What a test sees on a page. Each returns lines about what is wrong; none when all is well.
(() => {
  const shown = element =>
    element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true}) && !element.closest(".vh, .draft");
  const named = element => {
    const words = (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 24);
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""} “${words}”`;
  };

  // [element, its text node] of all text that is to be seen
  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, element = node.parentElement;
      if (node.data.trim() && shown(element)) found.push([element, node]);
    }
    return found;
  };
  const boxes = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  };
  const ancestors = element => {
    const found = [];
    for (let one = element; one && one != document.body; one = one.parentElement) found.push(one);
    return found;
  };
  const clips = (element, axis) => ["hidden", "clip"].includes(getComputedStyle(element)[`overflow${axis}`]);

  const sideways = () => {
    const excess = document.documentElement.scrollWidth - innerWidth;
    return excess > 0 ? [`the page is ${excess} px too wide`] : [];
  };

  const cut = () => {
    const found = [];
    for (const [element, node] of texts()) {
      for (const one of ancestors(element)) {
        const frame = one.getBoundingClientRect();
        const out = boxes(node).some(box =>
          (clips(one, "X") && (box.left < frame.left - 2 || box.right > frame.right + 2))
          || (clips(one, "Y") && (box.top < frame.top - 2 || box.bottom > frame.bottom + 2)));
        if (out) found.push(`${named(element)} is cut by ${named(one)}`);
      }
    }
    return found;
  };

  // A font's box is higher than its letters: a fourth of it may lie over the next line's
  const overlapping = () => {
    const all = texts().flatMap(([element, node]) => boxes(node).map(box => ({
      element,
      left: box.left + 1, right: box.right - 1,
      top: box.top + box.height / 4, bottom: box.bottom - box.height / 4,
    }))).sort((one, other) => one.top - other.top);
    const found = [];
    all.forEach((one, index) => {
      for (let next = index + 1; next < all.length && all[next].top < one.bottom; next++) {
        const other = all[next];
        if (one.element != other.element && one.left < other.right && other.left < one.right)
          found.push(`${named(one.element)} lies over ${named(other.element)}`);
      }
    });
    return found;
  };

  const controls = [
    ".bar a", ".switch summary", ".frames a", ".rooms a", ".find input", ".find button", ".button",
    ".pages a", ".fold summary", ".door a", "button", "select", "input:not([type=checkbox], [type=radio])",
  ].join();
  const small = least => [...document.querySelectorAll(controls)].filter(shown).flatMap(element => {
    const {width, height} = element.getBoundingClientRect();
    const size = `${Math.round(width)} × ${Math.round(height)}`;
    return Math.min(width, height) < least - .5 ? [`${named(element)} is ${size}`] : [];
  });

  const letters = () => texts().flatMap(([element, node]) => {
    const style = getComputedStyle(element), found = [];
    const isHan = /[\u3400-\u9fff]/.test(node.data), isThai = /[\u0e00-\u0e7f]/.test(node.data);
    if (isHan && style.fontStyle != "normal") found.push("slanted");
    if ((isHan || isThai) && style.letterSpacing != "normal") found.push("spaced");
    if (isThai && style.textAlign == "justify") found.push("justified");
    if (style.textTransform != "none") found.push("transformed");
    if (parseFloat(style.fontSize) < 13 && !element.closest("svg")) found.push("smaller than 13 px");
    return found.map(what => `${named(element)} is ${what}`);
  });

  // After a key was pressed, so that focus is shown
  const unfocused = () => {
    const found = [];
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    for (const element of [...all].filter(shown)) {
      element.focus();
      const style = getComputedStyle(element), width = parseFloat(style.outlineWidth);
      const box = element.getClientRects()[0];
      const x = box.left + Math.min(box.width / 2, 8), y = box.top + box.height / 2;
      element.style.pointerEvents = "auto";
      const top = document.elementFromPoint(x, y);
      if (document.activeElement != element) found.push(`${named(element)} takes no focus`);
      else if (style.outlineStyle == "none" || width < 2) found.push(`${named(element)} shows no focus`);
      else if (!top || !element.contains(top))
        found.push(`${named(element)} has focus out of sight or under ${top && named(top)}`);
      const ring = width + parseFloat(style.outlineOffset) - .5;
      for (const one of ancestors(element.parentElement)) {
        if (getComputedStyle(one).overflowX == "visible") continue;
        const frame = one.getBoundingClientRect();
        if (box.top - ring < frame.top || box.bottom + ring > frame.bottom)
          found.push(`the ring of ${named(element)} is cut by ${named(one)}`);
      }
    }
    return found;
  };

  const moving = () => {
    const found = document.getAnimations().map(one => `${named(one.effect.target)} moves`);
    if (getComputedStyle(document.documentElement).scrollBehavior == "smooth") found.push("scrolling is smooth");
    for (const element of document.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (parseFloat(style.transitionDuration) || parseFloat(style.animationDuration))
        found.push(`${named(element)} would move`);
    }
    return found;
  };

  // What can be told apart only by ground or fill is lost where a person's own colours are forced
  const faded = () => {
    const found = [], ink = getComputedStyle(document.body).color;
    const seen = selector => [...document.querySelectorAll(selector)].filter(shown);
    for (const element of seen(".window:has(.frame) .frame"))
      if (getComputedStyle(element).stroke != ink) found.push(`${named(element.ownerSVGElement)} has no outline`);
    for (const element of seen(".window:not(:has(.frame))"))
      if (getComputedStyle(element).fill != ink) found.push(`${named(element)} is not filled`);
    for (const element of seen(".niche"))
      if (!parseFloat(getComputedStyle(element).borderBlockEndWidth)) found.push(`${named(element)} has no shelf`);
    for (const element of seen(".button, .niche .state, .pages [aria-current]"))
      if (!parseFloat(getComputedStyle(element).borderBlockEndWidth)) found.push(`${named(element)} has no edge`);
    return found;
  };

  const essential = [
    "h1", "main .price", ".notice li", ".facts-list dd", ".elabel dd", ".fold dd", "main table td", ".prose p",
    "main time", ".where", ".who", ".sold-out", ".offer", ".notice-line", ".verdict", ".demonstration", ".foot .facts",
  ];
  const unprinted = () => {
    const found = [], paper = document.documentElement.clientWidth;
    for (const selector of essential)
      for (const element of document.querySelectorAll(selector))
        // What waits for its hour, or for a script, is not part of the page now
        if (!element.checkVisibility({checkVisibilityCSS: true}) && !element.closest("[hidden]")) found.push(`${named(element)} (${selector}) is not printed`);
    const own = [location.host, ...[...document.querySelectorAll("link[rel=canonical]")].map(one => new URL(one.href).host)];
    for (const element of document.querySelectorAll("main a[href]")) {
      if (own.includes(new URL(element.href).host)) continue;
      const printed = getComputedStyle(element, "::after").content;
      if (shown(element) && !printed.includes(element.href)) found.push(`${named(element)}: its address is not printed`);
    }
    for (const [element, node] of texts())
      if (boxes(node).some(box => box.right > paper + 2)) found.push(`${named(element)} runs out of the paper`);
    return found;
  };
  const light = () => {
    const bright = colour => colour.match(/\d+/g).slice(0, 3).map(Number).reduce((sum, one) => sum + one) / 3;
    const {color, backgroundColor} = getComputedStyle(document.body);
    return bright(color) > 120 || bright(backgroundColor) < 200 ? [`prints ${color} on ${backgroundColor}`] : [];
  };

  window.looks = {sideways, cut, overlapping, small, letters, unfocused, moving, faded, unprinted, light};
})();
