/** Which feature is which parcel, by the indices of both; -1 where there is none. */
export class Matching {
  readonly parcelOf: Int32Array;
  readonly featureOf: Int32Array;
  readonly #same: Uint8Array;
  readonly #byOverlap: Uint8Array;

  constructor(features: number, parcels: number) {
    this.parcelOf = new Int32Array(features).fill(-1);
    this.featureOf = new Int32Array(parcels).fill(-1);
    this.#same = new Uint8Array(features);
    this.#byOverlap = new Uint8Array(features);
  }

  match(feature: number, parcel: number, by: 'code' | 'overlap', isSame: boolean): void {
    this.parcelOf[feature] = parcel;
    this.featureOf[parcel] = feature;
    this.#same[feature] = isSame ? 1 : 0;
    this.#byOverlap[feature] = by === 'overlap' ? 1 : 0;
  }

  isFree(feature: number, parcel: number): boolean {
    return this.parcelOf[feature] === -1 && this.featureOf[parcel] === -1;
  }

  /** Whether the feature has the rings of its parcel. */
  isSame(feature: number): boolean {
    return this.#same[feature] === 1;
  }

  matchedBy(feature: number): 'code' | 'overlap' {
    return this.#byOverlap[feature] === 1 ? 'overlap' : 'code';
  }
}
