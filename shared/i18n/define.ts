export type Texts = { readonly [key: string]: string | Texts };

/** The same keys, whatever the words. */
type KeysOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : KeysOf<T[K]> };

/** `never` for a key that the French does not have, so that a leftover translation does not compile. */
type NoOther<T, Fr> = {
  readonly [K in keyof T]: K extends keyof Fr
    ? T[K] extends string
      ? unknown
      : NoOther<T[K], Fr[K]>
    : never;
};

/**
 * The words of one area in the three languages (ICU messages). A key that misses in one of them, or that
 * French does not have, does not compile. The words stay literal types: that is how use-intl checks arguments.
 */
export function define<
  const Fr extends Texts,
  const En extends KeysOf<Fr>,
  const Nl extends KeysOf<Fr>,
>(area: { fr: Fr; en: En & NoOther<En, Fr>; nl: Nl & NoOther<Nl, Fr> }): { fr: Fr; en: En; nl: Nl } {
  return area;
}
