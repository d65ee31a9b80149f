/** SHA-256 of the text of each operation of the page. */
export const HASHES: Readonly<Record<string, string>> = {
  AcceptInvitation: '9c447b650a58e8cdb6dc77852c625a1fe1ac8dccd66132dc7bd8c67d4d19b8db',
  CodebookPage: '823f07ab418c43aa3460acd8939987e9514ae56fa55bbe6e803fe89197e9b5ef',
  Events: 'dee298a8732b3f7d26f031c33d0f29abd52d018cac8bc382f5abe07530c31077',
  Explain: '868add14f8f4ef3f7308796a6d442560db8eced8dc842cb0f4620e36ab02867d',
  RelationPage: 'eedca4c5ad349969759d41fd293c45be3c7111bb31a47bf5967ae4b9a8534bc5',
  SignIn: '096ce49c81695dda11c9397d89bea2f2f7776b2948060dcc1ed8025ae8b48631',
  Statements: '351be2fe6a89aecddff79184e15e7d5b6e0936ab26cd62afa39c1a9b0b74bc69',
  Watch: '188ca96835208b1325c286ca6003521b3908844ce56b36ba5c2c3e9247ea64f3',
  WatchReason: 'f7f48a54ef61d2698242e5d3e2314a873d8c9f78680178f79a95f0b460f82928',
}
