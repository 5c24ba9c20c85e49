/* The few things the screens do without the server: the menu on a narrow screen, and a return to sign-in. */
(function () {
  "use strict";

  const root = document.documentElement;

  function closeMenu() {
    root.classList.remove("menu-open");
    document.querySelectorAll(".menu-toggle").forEach((button) => button.setAttribute("aria-expanded", "false"));
  }

  document.addEventListener("click", (event) => {
    const toggle = event.target.closest(".menu-toggle");
    if (toggle) {
      const open = root.classList.toggle("menu-open");
      toggle.setAttribute("aria-expanded", String(open));
    } else if (!event.target.closest(".side")) {
      closeMenu();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closeMenu();
    }
  });
})();
