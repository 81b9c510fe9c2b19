<?php get_header(); ?>
    <main>
      <button id="sign-in">Sign in</button>
      <button id="sign-out">Sign out</button>
      <button id="forget">Forget</button>
      <button id="toggle">Badge</button>
      <ol id="log"></ol>
    </main>
<?php get_footer();
