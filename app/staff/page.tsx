import { redirect } from 'next/navigation';

export default function StaffDoor() {
  redirect('/staff/leads');
}
