import { type ReactNode, useEffect, useRef, useState } from "react";

const NEAR = "600px";

/** A part that is made only when the reader comes near it; room is kept for it. */
export function WhenNear({ children }: { children: () => ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !room.current) return;
    const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && setNear(true), { rootMargin: NEAR });
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [near]);
  return near ? children() : <div ref={room} className="figure-room" />;
}
