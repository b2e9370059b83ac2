const most = 2;
const waiting: (() => void)[] = [];
let running = 0;

/** Runs a job when fewer than two others run: each may take as much memory as its limit allows. */
export async function takeTurn<Result>(job: () => Promise<Result>): Promise<Result> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
