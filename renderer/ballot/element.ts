/** Attributes by name (`true` without a value, `false` and null not at all) and listeners by the event's name. */
export type Traits = { readonly [name: string]: string | boolean | null | ((event: Event) => void) };

/** What stands in an element. */
export type Content = Node | string | null;

/** Makes an element. Styles come from classes only: the page's policy allows no style in an attribute. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, traits: Traits, ...content: readonly Content[]): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else trait(node, name, value);
  }
  node.append(...content.filter((each): each is Node | string => each !== null));
  return node;
}

/** Sets an attribute, or takes it away for `false` and null. */
export function trait(node: Element, name: string, value: string | boolean | null): void {
  if (value === null || value === false) node.removeAttribute(name);
  else if (node.getAttribute(name) !== (value === true ? '' : value)) node.setAttribute(name, value === true ? '' : value);
}

/** Sets a text, and leaves it alone where it is the same: a screen reader hears of changes only. */
export function say(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Takes all content out and puts other in. */
export function fill(node: Element, ...content: readonly Content[]): void {
  while (node.firstChild) node.removeChild(node.firstChild);
  node.append(...content.filter((each): each is Node | string => each !== null));
}
