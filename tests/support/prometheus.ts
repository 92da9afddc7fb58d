// Reads what GET /metrics says, as strictly as the format has it: every sample belongs to a family that was
// announced just above it, with help and type.
export type Figures = ReadonlyMap<string, number>;

export function parsePrometheus(text: string): Figures {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const figures = new Map<string, number>();
  let family: { name: string; type: string } | undefined;
  let helped: string | undefined;
  for (const line of text.slice(0, -1).split("\n")) {
    const help = /^# HELP ([a-z_]+) \S/.exec(line);
    const type = /^# TYPE ([a-z_]+) (counter|gauge|histogram)$/.exec(line);
    const sample = /^([a-z_]+)(\{[a-z]+="[^"\\\n]*"\})? (\S+)$/.exec(line);
    if (help) helped = help[1];
    else if (type?.[1] !== undefined && type[2] !== undefined && type[1] === helped) {
      family = { name: type[1], type: type[2] };
    } else if (sample?.[1] !== undefined && family !== undefined) {
      const suffix = sample[1].slice(family.name.length);
      const isOfFamily = sample[1].startsWith(family.name);
      const fits = family.type === "histogram" ? /^_(?:bucket|sum|count)$/.test(suffix) : suffix === "";
      const value = Number(sample[3]);
      if (!isOfFamily || !fits || Number.isNaN(value)) throw new Error(`not of ${family.name}: ${line}`);
      const key = `${sample[1]}${sample[2] ?? ""}`;
      if (figures.has(key)) throw new Error(`said twice: ${key}`);
      figures.set(key, value);
    } else throw new Error(`not a line of the format: ${line}`);
  }
  return figures;
}
