/** Plain addresses: nothing is asked of anybody before the reader follows one. */
export const messengers = (title: string, url: string) => {
  const [text, address] = [encodeURIComponent(title), encodeURIComponent(url)];
  return [
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${text}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${text}%20${address}` },
  ];
};
