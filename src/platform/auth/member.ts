/** The member of a firm that a user signs in as. */
export interface Member {
  firmId: number
  memberId: number
}
