export function decoded(index) {
  return { ...index, goods: index.goods ?? [] };
}
export function card(good, index) {
  const li = document.createElement("li");
  li.className = "good";
  const [id, name, , , , , , , price, , , picture, width, height] = good;
  li.innerHTML = `<div class="niche"><img width="${width}" height="${height}" src="${picture}" alt=""></div><div class="label"><p class="name"><a href="${index.base}products/${id}/">${name}</a></p><p>${price}</p></div>`;
  return li;
}
