/**
 * What the page does with a script: it narrows down the findings and the list of files, and unfolds the rule that a link
 * leads to, where the browser does not. All of the page is there without it.
 */
export const FILTER_SCRIPT = `
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const unfold = () => {
    const target = document.querySelector(':target');
    const folded = target && target.closest('details:not([open])');
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();
  if (!form) return;

  const files = [...document.querySelectorAll('details.file')].map(element => ({
    element,
    path: element.dataset.path.toLowerCase(),
    link: document.querySelector('nav.files a[href="#' + element.id + '"]'),
    findings: [...element.querySelectorAll('li.finding')].map(item => ({ item, text: undefined })),
  }));
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = document.getElementById('shown');
  const none = document.getElementById('none');
  const fields = form.elements;
  const chosen = name => new Set([...form.querySelectorAll('[name=' + name + ']:checked')].map(box => box.value));

  const apply = () => {
    const [severities, states] = [chosen('severity'), chosen('state')];
    const rule = fields.rule.value;
    const part = fields.file.value.trim().toLowerCase();
    const words = fields.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const { element, path, link, findings } of files) {
      let inFile = 0;
      for (const finding of findings) {
        const { severity, state, rule: id } = finding.item.dataset;
        let matches = severities.has(severity) && (!fields.state || states.has(state));
        matches = matches && (rule === '' || id === rule) && path.includes(part);
        if (matches && words.length > 0) {
          finding.text ??= finding.item.textContent.toLowerCase() + ' ' + path;
          matches = words.every(word => finding.text.includes(word));
        }
        if (finding.item.hidden === matches) finding.item.hidden = !matches;
        if (matches) inFile += 1;
      }
      element.hidden = inFile === 0;
      if (link) link.parentElement.hidden = inFile === 0;
      count += inFile;
    }
    shown.value = (count === total ? '' : count + ' of ') + total + (total === 1 ? ' finding' : ' findings');
    none.hidden = count > 0;
  };

  let waiting = 0;
  form.hidden = false;
  form.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  });
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  document.addEventListener('keydown', event => {
    const isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    fields.text.focus();
  });
  apply();
})();
`;
