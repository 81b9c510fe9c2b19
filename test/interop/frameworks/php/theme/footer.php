    <footer>
      <p id="edit">Before</p>
      <session-id-badge
        app-version="4.2.0"
        support-href="https://help.example/?session={session-id}"
        <?php echo example_signed_in_attribute(); ?>
      ></session-id-badge>
    </footer>
    <?php wp_footer(); ?>
  </body>
</html>
