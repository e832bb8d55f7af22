/** The normal distribution: its quantiles by Wichura's algorithm AS 241 (PPND16, Applied Statistics 37, 1988), to 1e-15. */
import { gammaShares } from './gamma.ts'

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0)

const CENTRE = {
  top: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  bottom: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
}
const SIDE = {
  top: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  bottom: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
}
const TAIL = {
  top: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  bottom: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

/** The z below which a share p (0 to 1, neither end) of the normal distribution lies. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`A share between 0 and 1 is needed, not ${p}`)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(CENTRE.top, r)) / polynomial(CENTRE.bottom, r)
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const [of, at] = r <= 5 ? [SIDE, r - 1.6] : [TAIL, r - 5]
  const z = polynomial(of.top, at) / polynomial(of.bottom, at)
  return q < 0 ? -z : z
}

/** The share of the normal distribution that lies further from 0 than z, on both sides together. */
export const normalTails = (z: number): number => gammaShares(0.5, (z * z) / 2).upper

/** The z of an interval that holds a share `confidence` between equal tails: 1.96 for 0.95. */
export function zOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new Error(`A confidence between 0 and 1 is needed, not ${confidence}`)
  return -normalQuantile((1 - confidence) / 2)
}
