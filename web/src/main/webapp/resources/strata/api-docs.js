/* Shows the OpenAPI document; requests tried here carry the cookie of whoever is signed in. */
document.documentElement.classList.toggle("dark-mode", document.documentElement.dataset.theme === "dark");
SwaggerUIBundle({
  url: "/openapi?format=JSON",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  showExtensions: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  withCredentials: true,
});
