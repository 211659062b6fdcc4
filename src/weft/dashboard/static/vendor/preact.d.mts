/** As much of Preact's types as the dashboard uses. */
export type Child = unknown;
export function h(type: unknown, props: object | null, ...children: Child[]): object;
export function render(vnode: object, parent: Element): void;
export class Component {
  props: { children?: Child };
}
