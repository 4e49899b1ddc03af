const windows = [0, 1, 2, 3, 4].flatMap((column) => [0, 1, 2].map((row) => [column, row] as const));

/** A drawing of two houses around a maple tree. */
export function Courtyard() {
  return (
    <svg
      viewBox="0 0 640 360"
      className="site-picture"
      aria-hidden="true"
      preserveAspectRatio="xMidYMax slice"
    >
      <path fill="#fdf3e3" d="M0 0h640v360H0z" />
      <circle cx="508" cy="86" r="42" fill="#f7c873" />
      <path fill="#e9d8bd" d="M0 250q160-70 330-30t310-20v160H0z" />
      <House x={48} y={118} wall="#c8785a" roof="#8c4a34" />
      <House x={392} y={146} wall="#e2b18c" roof="#a8654a" />
      <path fill="#5b8a72" d="M0 316q170-34 330-14t310-10v68H0z" />
      <path fill="#6b4a38" d="M311 316q5-60 2-104h14q-3 44 4 104z" />
      <g fill="#d9603b">
        <circle cx="320" cy="168" r="58" />
        <circle cx="276" cy="196" r="40" />
        <circle cx="364" cy="196" r="42" />
      </g>
      <g fill="#ea8a4c">
        <circle cx="304" cy="146" r="30" />
        <circle cx="350" cy="178" r="28" />
        <circle cx="276" cy="186" r="20" />
      </g>
      <g fill="#d9603b">
        <circle cx="232" cy="322" r="4" />
        <circle cx="396" cy="330" r="4" />
        <circle cx="360" cy="314" r="3" />
        <circle cx="268" cy="336" r="3" />
      </g>
    </svg>
  );
}

function House({ x, y, wall, roof }: { x: number; y: number; wall: string; roof: string }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path fill={wall} d="M0 0h200v190H0z" />
      <path fill={roof} d="M-10 0h220l-16-20H6z" />
      {windows.map(([column, row]) => (
        <path
          key={`${column}-${row}`}
          fill={(column + row) % 3 ? '#fbe6b8' : '#7d9aa5'}
          d={`M${14 + column * 37} ${18 + row * 54}h24v34h-24z`}
        />
      ))}
    </g>
  );
}
