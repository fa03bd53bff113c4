/** Who keeps people's keys and asks them: the national gateway, a remote-signing company, the Government CA. R-150 */
export interface SigningProvider {
  /** PEM of the signer's certificate and its issuers. Throws `SigningProblem`. */
  certificate(userId: string): Promise<{ certificate: string; chain: string[] }>
  /** Asks for a signature. With the transaction id of an earlier request it is that request again. */
  request(wish: SignatureWish): Promise<{ requestId: string }>
  status(requestId: string): Promise<ProviderAnswer>
}

export interface SignatureWish {
  userId: string
  /** SHA-256 over the DER of the signed attributes. */
  digest: Buffer
  description: string
  transactionId: string
}

export type ProviderAnswer = { state: 'pending' | 'refused' | 'expired' } | { state: 'signed'; signature: Buffer }

/** Whether trying again will not help; `when-seen-twice`: one more look may, and no third. */
export type Lasting = boolean | 'when-seen-twice'

/** Something prevents the signature. */
export class SigningProblem extends Error {
  readonly code: string
  readonly lasting: Lasting

  constructor(code: string, { lasting }: { lasting: Lasting }) {
    super(code)
    this.name = 'SigningProblem'
    this.code = code
    this.lasting = lasting
  }
}
