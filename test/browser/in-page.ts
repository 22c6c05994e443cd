/**
 * Expressions of JavaScript that say in a page what is wrong with it, as lists of words: what they give is empty where all
 * is well.
 */

/** Texts whose contrast is under 4.5, or 3 where they are large (WCAG 2.2, 1.4.3). */
export const FAINT_TEXTS = `(() => {
  const parsed = color => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map(part => part / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parsed(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || /^(?:SCRIPT|STYLE|title|OPTION)$/.test(element.tagName) || !element.checkVisibility()) continue;
    const { fill, color, fontSize, fontWeight } = getComputedStyle(element);
    const [text, back] = [parsed(element instanceof SVGElement ? fill : color), behind(element)].map(luminance);
    const contrast = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) found.add(contrast.toFixed(2) + ' ' + element.tagName + '.' + element.className + ' ' + node.data.trim());
  }
  return [...found];
})()`;

/** What reaches over the right edge of the window. */
export const OVERHANGING = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const over = [...document.body.querySelectorAll('*')]
    .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 0.5)
    .filter(element => !element.closest('svg, legend, thead'))
    .map(element => element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 40));
  return [...(scrollWidth > clientWidth ? ['the page scrolls to ' + scrollWidth] : []), ...over];
})()`;

/** How many findings can be seen. */
export const SEEN_FINDINGS = `[...document.querySelectorAll('li.finding')].filter(item => item.checkVisibility()).length`;

/** What has the focus, as \`tag name id text\`, and whether an outline shows it. */
export const FOCUSED = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const shows = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  const name = element.name || element.id || element.className || element.getAttribute('href') || '';
  return element.tagName.toLowerCase() + ' ' + name + (element.value ? '=' + element.value : '') + (shows ? '' : ' (unseen)');
})()`;
