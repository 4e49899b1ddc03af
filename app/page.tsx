export default function Home() {
  return <p>Guestcard</p>;
}
