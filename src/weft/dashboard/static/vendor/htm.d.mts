/** As much of htm's types as the dashboard uses. */
declare const htm: {
  bind(h: (type: unknown, props: object | null, ...children: unknown[]) => object): (
    strings: TemplateStringsArray, ...values: unknown[]) => object;
};
export default htm;
