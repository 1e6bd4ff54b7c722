// Designsystemet's theme in our colours: its own file from the package, with the numbers of colours.json put in.
const ROUNDING = "0.375rem";
const NAMES = { brand1: "traad", brand2: "multe" };

/** Return the theme. Throws where the package and our colours no longer agree on a name. */
export function theme(css, colours) {
  let scheme = "";
  const named = css.replace(/brand[12](?![0-9a-z])/g, (name) => NAMES[name]);
  const painted = named.split(/(?=@layer )/).map((layer) => {
    scheme = /^@layer ds\.theme\.color-scheme\.(light|dark)/.exec(layer)?.[1] ?? "";
    if (!scheme) return layer;
    return layer.replace(/--ds-color-([a-z]+)-([a-z-]+):([^;}]+)/g, (whole, colour, role, value) => {
      if (value.startsWith("var(")) return whole;
      const ours = colours[scheme][colour]?.[role];
      if (!ours) throw new Error(`colours.json has no ${scheme} ${colour} ${role}: run npm run colours`);
      return `--ds-color-${colour}-${role}:${ours}`;
    });
  });
  return painted.join("").replace(/(--ds-border-radius-base:)[^;}]+/, `$1${ROUNDING}`);
}
