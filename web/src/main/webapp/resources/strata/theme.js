/* Pages that no view renders (errors, API reference) take the person's theme from the cookie. */
document.documentElement.dataset.theme = /(?:^|; )strata_theme=light/.test(document.cookie) ? "light" : "dark";
